#!/bin/sh
# Writes one market in shares with GNU parallel, and joins them. Run it in the folder of the project:
#   sh examples/shares/parallel.sh OUT [ADS] [DISTRICTS_A_SHARE] [PROFILE] [SEED]
# Without SEED the market is hidden: its secret is drawn and written to OUT/secret.txt, and the truth can be written from it.
# A market with a SEED can be written by all who guess the seed.
# Where it is stopped, run it again: shares that are there are not written twice. On several machines that see the same
# folders: PARALLEL='--sshloginfile nodes.txt --workdir .' sh examples/shares/parallel.sh OUT
set -eu
: "${1:?OUT is missing: the folder for the shares and the market}"
out=$1 ads=${2:-10000000} step=${3:-50} profile=${4:-BUY}
last=$(((ads + 1999) / 2000 - 1))
mkdir -p "$out/shares"
if [ $# -ge 5 ]; then set -- --seed "$5"; else set -- --assessment --secret-file "$out/secret.txt"; fi
for first in $(seq 0 "$step" "$last"); do
  end=$((first + step - 1))
  [ "$end" -le "$last" ] || end=$last
  echo "$first-$end"
done |
  parallel --quote --halt now,fail=1 --joblog "$out/jobs.tsv" --resume-failed \
    npm run -s generate-market -- --profile "$profile" --ads "$ads" "$@" --prevalence FIELD \
    --districts {} --out "$out/shares/{}"
npm run -s join-shares -- --out "$out/market" "$out"/shares/*
