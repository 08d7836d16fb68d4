// Logs in by frappe-js-sdk as a browser would: password, then code, then out again.
// The only thing that is not the SDK's own is the cookie jar, which browsers have and node has not.
const { FrappeApp } = require('frappe-js-sdk');

const [url, user, password, code] = process.argv.slice(2);
const fetched = globalThis.fetch;
let cookie = '';

globalThis.fetch = async (request, options) => {
  const sent = new Request(request, options);
  if (cookie) {
    sent.headers.set('cookie', cookie);
  }
  const answer = await fetched(sent);
  const set = answer.headers.get('set-cookie');
  if (set) {
    cookie = set.split(';')[0];
  }
  return answer;
};

async function main() {
  const auth = new FrappeApp(url).auth();
  const begun = await auth.loginWithUsernamePassword({ username: user, password });
  console.log('verification', JSON.stringify(begun.verification));
  const done = await auth.loginWithUsernamePassword({
    username: user,
    password,
    otp: code,
    tmp_id: begun.tmp_id,
  });
  console.log('login', JSON.stringify(done));
  console.log('user', JSON.stringify(await auth.getLoggedInUser()));
  await auth.logout();
  console.log('logout');
  await auth.getLoggedInUser().catch((error) => {
    console.log('user', error.httpStatus, error.exc_type);
  });
}

main().catch((error) => console.log('error', error.httpStatus, error.message));
