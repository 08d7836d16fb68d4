-- The link by which a user reaches a pending authenticator, one per user; key_hash is the hash of
-- what stands in the link.
CREATE TABLE ivn_enrollment_link (
  user_name VARCHAR(140) NOT NULL PRIMARY KEY REFERENCES ivn_user (name) ON DELETE CASCADE,
  authenticator_id VARCHAR(16) NOT NULL REFERENCES ivn_authenticator (id) ON DELETE CASCADE,
  key_hash VARCHAR(64) NOT NULL,
  created_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL
);

CREATE UNIQUE INDEX ivn_enrollment_link_by_key ON ivn_enrollment_link (key_hash);
