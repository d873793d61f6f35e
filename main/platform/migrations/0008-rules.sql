-- Made anew without its UNIQUE: one app may hold several answers for a tool and an account, each under conditions.
CREATE TABLE grants_with_conditions (
  id TEXT PRIMARY KEY,
  app_id TEXT NOT NULL REFERENCES apps (id) ON DELETE CASCADE,
  connection_id TEXT NOT NULL REFERENCES connections (id) ON DELETE CASCADE,
  tool TEXT NOT NULL,
  scope TEXT NOT NULL CHECK (scope IN ('session', 'always')),
  made_from TEXT NOT NULL CHECK (made_from IN ('dialog', 'form')),
  -- JSON, a list: all of them have to hold.
  conditions TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  -- Null: never.
  expires_at INTEGER,
  -- Null: as often as wanted.
  uses_left INTEGER CHECK (uses_left >= 0),
  times_used INTEGER NOT NULL DEFAULT 0,
  last_used_at INTEGER
) STRICT;

INSERT INTO grants_with_conditions (id, app_id, connection_id, tool, scope, made_from, conditions, created_at)
SELECT id, app_id, connection_id, tool, scope, 'dialog', '[]', created_at FROM grants;

DROP TABLE grants;
ALTER TABLE grants_with_conditions RENAME TO grants;
CREATE INDEX grants_by_call ON grants (app_id, connection_id, tool);

-- A policy's app has no foreign key, because '' stands for every app; and a tool '' stands for all tools of the app.
CREATE TRIGGER policies_go_with_their_app AFTER DELETE ON apps
BEGIN DELETE FROM tool_policies WHERE app_id = OLD.id; END;
