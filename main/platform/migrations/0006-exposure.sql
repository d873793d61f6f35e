-- How an app sees its tools: each of them, or a search over them; automatic chooses by what the list costs.
ALTER TABLE apps ADD COLUMN exposure TEXT NOT NULL DEFAULT 'automatic' CHECK (exposure IN ('automatic', 'all', 'search'));
