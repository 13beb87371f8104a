#!/bin/sh
#SBATCH --job-name=market-share
#SBATCH --array=0-99
#SBATCH --cpus-per-task=1
#SBATCH --mem=1G
#SBATCH --time=01:00:00
# Writes one market in as many shares as the array has tasks. Run it in the folder of the project:
#   OUT=/scratch/market sbatch examples/shares/slurm.sh
# Without SEED the market is hidden: its secret is drawn and written to $OUT/secret.txt, and the truth can be written from it.
# A market with a SEED can be written by all who guess the seed. When all tasks are done:
#   npm run -s join-shares -- --out /scratch/market/joined /scratch/market/shares/*
set -eu
: "${OUT:?Set OUT to the folder for the shares}"
ads=${ADS:-10000000} tasks=$SLURM_ARRAY_TASK_COUNT task=$SLURM_ARRAY_TASK_ID
districts=$(((ads + 1999) / 2000))
first=$((districts * task / tasks))
last=$((districts * (task + 1) / tasks - 1))
[ "$first" -le "$last" ] || exit 0
mkdir -p "$OUT/shares"
if [ -n "${SEED:-}" ]; then set -- --seed "$SEED"; else set -- --assessment --secret-file "$OUT/secret.txt"; fi
npm run -s generate-market -- --profile "${PROFILE:-BUY}" --ads "$ads" "$@" --prevalence FIELD \
  --districts "$first-$last" --out "$OUT/shares/$task"
