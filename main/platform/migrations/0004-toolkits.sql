-- What an app asked for when it was given a toolkit.
ALTER TABLE app_toolkits ADD COLUMN id TEXT NOT NULL DEFAULT '';
ALTER TABLE app_toolkits ADD COLUMN display_name TEXT;
-- Short scope names as JSON; null where the app named none.
ALTER TABLE app_toolkits ADD COLUMN scopes TEXT;
UPDATE app_toolkits SET id = 'tlk_' || lower(hex(randomblob(16)));
