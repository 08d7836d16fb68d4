-- The name of the key that an application showed; part of the mac where it is there.
ALTER TABLE ivn_audit ADD COLUMN api_key VARCHAR(140);
