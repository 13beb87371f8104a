-- Counts and joins both halves of a market. In the folder of a market: duckdb < path/to/examples/duckdb.sql
CREATE VIEW ads AS SELECT * FROM read_json('public/ads-*.ndjson', sample_size = -1);
CREATE VIEW records AS SELECT id, unnest(records) FROM read_json('public/records-*.ndjson', sample_size = -1);
CREATE VIEW truth AS SELECT * FROM read_json('secret/ground-truth-*.ndjson', sample_size = -1);

-- Ads and actors behind them, by who controls the ad. Ads of one actor are alike: count actors too.
SELECT control, count(*) AS ads, count(DISTINCT actor) AS actors
FROM truth GROUP BY control ORDER BY control;

-- Phones on pages of several accounts, and how many actors are behind them.
SELECT fields.phone AS phone, count(DISTINCT account) AS accounts, count(DISTINCT actor) AS actors
FROM ads JOIN truth ON truth.ad = ads.id
WHERE fields.phone LIKE '+%'
GROUP BY phone HAVING accounts > 1 ORDER BY accounts DESC, phone;

-- Payments and their sum in SIM, the invented currency, by who controls the ad.
SELECT control, count(*) AS payments, sum(payment.sim) AS sim
FROM (SELECT id, unnest(ledger) AS payment FROM records) JOIN truth ON truth.ad = id
GROUP BY control ORDER BY control;
