-- Keys of the site's own that outlive its master key, under which they are sealed: with one of them
-- recovery codes are hashed, with the others audit records are signed, each from first_record on.
-- A store whose master key was never changed has none: there they are derived from the master key.
CREATE TABLE ivn_key (
  id VARCHAR(64) NOT NULL PRIMARY KEY,
  purpose VARCHAR(32) NOT NULL,
  first_record BIGINT NOT NULL,
  secret VARCHAR(255) NOT NULL
);
