-- What the activity screen reads instead of the log itself: made of the log's lines, shortly after them, and made
-- anew whenever it does not fit them. Nothing here is evidence.

-- Calls that have app, tool, account and outcome in common.
CREATE TABLE call_kinds (
  id INTEGER PRIMARY KEY,
  workspace_id TEXT NOT NULL,
  app_id TEXT NOT NULL,
  integration_id TEXT NOT NULL,
  tool TEXT NOT NULL,
  account_name TEXT NOT NULL,
  outcome TEXT NOT NULL,
  -- As it was called last.
  app_name TEXT NOT NULL,
  UNIQUE (workspace_id, app_id, integration_id, tool, account_name, outcome)
) STRICT;

CREATE TABLE calls (
  -- The seq of the call's first line, so that a call keeps its place in the list when it ends.
  id INTEGER PRIMARY KEY,
  -- The seq of the line that stands for the call: its end, or its start while there is none.
  last_seq INTEGER NOT NULL,
  kind INTEGER NOT NULL,
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX calls_by_kind ON calls (kind);

-- How many calls of each kind a stretch of 16,384 ids holds: with it any place in a long list is found at once.
CREATE TABLE call_counts (
  stretch INTEGER NOT NULL,
  kind INTEGER NOT NULL,
  calls INTEGER NOT NULL,
  PRIMARY KEY (stretch, kind)
) STRICT, WITHOUT ROWID;

CREATE TABLE call_stretches (
  stretch INTEGER PRIMARY KEY,
  first_at INTEGER NOT NULL,
  last_at INTEGER NOT NULL
) STRICT;

CREATE TABLE call_days (
  -- Days since 1970 in the time zone that the computer had.
  day INTEGER NOT NULL,
  kind INTEGER NOT NULL,
  calls INTEGER NOT NULL,
  PRIMARY KEY (day, kind)
) STRICT, WITHOUT ROWID;

-- The rowid is the call's id. Besides words it holds U+E000 and the id of the kind, which no search can name, so that
-- text and filters are found together. Only rows are noted, not places: phrases cannot be looked for.
CREATE VIRTUAL TABLE calls_text USING fts5 (
  words, content = '', contentless_delete = 1, detail = none, prefix = '1 2 3 4 5 6',
  tokenize = 'unicode61 remove_diacritics 2'
);

CREATE TABLE call_progress (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  -- The last line of the log that is in the tables above.
  read_to INTEGER NOT NULL
) STRICT;
INSERT INTO call_progress VALUES (1, 0);

-- Where the log ended, sealed by the vault: shows that lines were removed from its end.
CREATE TABLE audit_marks (
  id TEXT PRIMARY KEY,
  sealed BLOB NOT NULL
) STRICT;
