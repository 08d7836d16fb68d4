package com.ivendnext.ivn.twofactor;

import com.ivendnext.ivn.otp.SharedSecret;
import com.ivendnext.ivn.settings.Method;
import java.util.List;
import java.util.Optional;

/** Port: challenges, one per user and method, and their sealed secrets. */
public interface ChallengeStore {
  Optional<Challenge> find(String user, Method method);

  List<Challenge> of(String user);

  void add(Challenge challenge, SharedSecret secret);

  SharedSecret secret(Challenge challenge);

  /** Writes all but the secret. */
  void update(Challenge challenge);

  /** Uses the code of that counter up; false where it is not open any more, or was used. */
  boolean consume(Challenge challenge);

  void remove(String user);
}
