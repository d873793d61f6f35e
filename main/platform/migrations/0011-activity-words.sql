-- The words of calls, anew: what a call can be filtered by is a word like any other, so that any text together with
-- any filters is one look into the index, in which the rarest word leads; and a word of up to 12 letters is found by
-- its beginning without looking through others. The tables are filled again from the log.
DROP TABLE calls_text;

-- The rowid is the call's id. Only rows are noted, not places: phrases cannot be looked for.
CREATE VIRTUAL TABLE calls_text USING fts5 (
  words, content = '', contentless_delete = 1, detail = none, prefix = '1 2 3 4 5 6 7 8 9 10 11 12',
  tokenize = 'unicode61 remove_diacritics 2'
);
-- Small pages and few merges: the index is kept while calls run, and none of its steps may hold them up.
INSERT INTO calls_text (calls_text, rank) VALUES ('automerge', 8), ('pgsz', 1000);

DELETE FROM call_kinds;
DELETE FROM calls;
DELETE FROM call_counts;
DELETE FROM call_stretches;
DELETE FROM call_days;
UPDATE call_progress SET read_to = 0;
