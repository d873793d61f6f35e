-- What has gone between Gatehouse and an app's model, in tokens as they are estimated.
CREATE TABLE token_use (
  app_id TEXT NOT NULL REFERENCES apps (id) ON DELETE CASCADE,
  -- Days since 1970 in the time zone that the computer had, as in call_days.
  day INTEGER NOT NULL,
  -- Into the model's context: lists of tools, and answers to calls.
  listed INTEGER NOT NULL,
  results INTEGER NOT NULL,
  -- Out of it: what the app sent with its calls.
  arguments INTEGER NOT NULL,
  PRIMARY KEY (app_id, day)
) STRICT, WITHOUT ROWID;
