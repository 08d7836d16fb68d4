# bash completion for ivn; written by: ivn completion bash
# shellcheck shell=bash disable=SC2016 # descriptions hold $ and `

_ivn_commands() {
  case $1 in
    '')
    printf '%s\n' \
      'quickstart	show the whole story on a bench of its own' \
      'new-site	make a site' \
      'drop-site	move a site to the archive' \
      'list-sites	list the sites of the bench' \
      'use	choose the site that commands use when none is named' \
      'set-config	write a key of a site'\''s configuration' \
      'show-config	show a site'\''s configuration' \
      'settings	list every known key with value, default and origin' \
      'status	show who needs a second factor and who lacks one' \
      'doctor	send a test by mail or SMS' \
      'login	log a user in as the site would: password, then code' \
      'role	roles and which of them ask for a second factor' \
      'user	users and their authenticators' \
      'otp	codes' \
      'recovery	codes on paper that get a user in once' \
      'apply	make a site what a file says' \
      'dump	write what a site is, as apply takes it' \
      'batch	run many commands from a file, fast' \
      'audit	who did what to whom, when and why' \
      'key	the key that seals the secrets of a site' \
      'backup	back a site up while it is in use' \
      'restore	put a site back from a backup' \
      'completion	print the completion script of a shell' \
      'serve	answer applications and browsers over HTTP' \
      'serve-key	keys of the applications that ask ivn serve'
      ;;
    'settings')
    printf '%s\n' \
      'describe	explain one key'
      ;;
    'login')
    printf '%s\n' \
      'start	give the password; for applications' \
      'finish	give the code; for applications'
      ;;
    'role')
    printf '%s\n' \
      'list	list the roles' \
      'add	add a role' \
      'remove	remove a role and its grants' \
      'show	show a role' \
      'enable-2fa	make a role ask for a second factor' \
      'disable-2fa	stop a role asking for a second factor'
      ;;
    'user')
    printf '%s\n' \
      'add	add a user' \
      'list	list users, all or those who fit' \
      'show	show a user' \
      'remove	remove a user and all authenticators' \
      'enable	let a user log in again' \
      'disable	keep a user from logging in' \
      'grant	grant roles to a user' \
      'revoke	take roles from a user' \
      'set-password	set a user'\''s password' \
      'enroll	make an authenticator for a user and show its QR code' \
      'confirm	prove an authenticator by a code, so that it counts' \
      'authenticators	list a user'\''s authenticators' \
      'revoke-authenticator	end one authenticator of a user' \
      'why	explain whether a user needs a second factor' \
      'exempt	let a user in without a second factor for a while' \
      'reset-2fa	end all authenticators of a user, who enrolls anew' \
      'unlock	forget a user'\''s wrong codes' \
      'import	take users and authenticators from another program'\''s file' \
      'export	write users and authenticators into a file'
      ;;
    'otp')
    printf '%s\n' \
      'verify	say whether a code is good, once' \
      'send	send a user a code by mail or SMS' \
      'diagnose	tell what is wrong with a code, without accepting it' \
      'resync	learn from two codes how far a clock is off'
      ;;
    'recovery')
    printf '%s\n' \
      'generate	make ten recovery codes for a user' \
      'status	tell how many recovery codes a user has left'
      ;;
    'audit')
    printf '%s\n' \
      'list	list the records of the audit log' \
      'verify	find out whether the audit log was tampered with' \
      'export	write the records of the audit log as JSON lines or CSV' \
      'prune	remove old records of the audit log'
      ;;
    'key')
    printf '%s\n' \
      'check	find out whether every sealed value opens' \
      'rotate	change the key and seal everything anew'
      ;;
    'completion')
    printf '%s\n' \
      'words	print the names that completions offer'
      ;;
    'serve-key')
    printf '%s\n' \
      'create	make a key and show it this once' \
      'list	list the keys' \
      'revoke	end a key'
      ;;
  esac
}

_ivn_options() {
  case $1 in
    '')
    printf '%s\n' \
      '--site	The site, or all. Default: $FRAPPE_SITE, then default_site.' \
      '--bench	The bench. Default: $IVN_BENCH, then the nearest parent with sites/.' \
      '--format	text for people (default) or json for programs.' \
      '--color	auto (default), always or never.' \
      '--no-input	Never ask, even on a terminal.' \
      '-v	Show what caused an error.' \
      '--verbose	Show what caused an error.' \
      '-h	Show this help.' \
      '--help	Show this help.' \
      '-V	Show the version.' \
      '--version	Show the version.'
      ;;
    'drop-site')
    printf '%s\n' \
      '-y	Do not ask.' \
      '--yes	Do not ask.'
      ;;
    'set-config')
    printf '%s\n' \
      '--force	Do it even if it shuts every administrator out.' \
      '--dry-run	Show what would follow, change nothing.' \
      '-g	Write the config that all sites of the bench share.' \
      '--global	Write the config that all sites of the bench share.' \
      '-p	VALUE is a JSON or Python literal.' \
      '--parse	VALUE is a JSON or Python literal.' \
      '--value-file	Read VALUE from FILE (- for standard input); for secrets.'
      ;;
    'show-config')
    printf '%s\n' \
      '--show-secrets	Do not mask secrets.' \
      '-f	bench'\''s spelling of --format.'
      ;;
    'doctor')
    printf '%s\n' \
      '--send-test	Send a test to mail:ADDRESS or sms:NUMBER; may be given more than once.'
      ;;
    'login')
    printf '%s\n' \
      '--password-file	Read the password from FILE (- for standard input), do not ask.'
      ;;
    'login start')
    printf '%s\n' \
      '--password-file	Read the password from FILE (- for standard input), do not ask.' \
      '--address	Where the login comes from.'
      ;;
    'login finish')
    printf '%s\n' \
      '--address	Where the login comes from.'
      ;;
    'role remove')
    printf '%s\n' \
      '-y	Do not ask.' \
      '--yes	Do not ask.'
      ;;
    'role enable-2fa')
    printf '%s\n' \
      '--force	Do it even if it shuts every administrator out.' \
      '--dry-run	Show what would follow, change nothing.'
      ;;
    'user add')
    printf '%s\n' \
      '--full-name	A name for people.' \
      '--type	"System User" (default) or "Website User".' \
      '--user-type	"System User" (default) or "Website User".' \
      '--grant	A role to grant; may be repeated.' \
      '--add-role	A role to grant; may be repeated.' \
      '--email	Mailbox, if not USER.' \
      '--mobile	Number for SMS.' \
      '--restrict-ip	Addresses or CIDR ranges the user logs in from, comma separated.'
      ;;
    'user list')
    printf '%s\n' \
      '--role	Only who has this role.' \
      '--required	Only who needs a second factor.' \
      '--enrolled	Only who has an active authenticator.' \
      '--missing	Only who needs a second factor and lacks one.' \
      '--disabled	Only who is kept from logging in.'
      ;;
    'user remove')
    printf '%s\n' \
      '--force	Do it even if it shuts every administrator out.' \
      '--dry-run	Show what would follow, change nothing.' \
      '-y	Do not ask.' \
      '--yes	Do not ask.'
      ;;
    'user disable')
    printf '%s\n' \
      '--force	Do it even if it shuts every administrator out.' \
      '--dry-run	Show what would follow, change nothing.'
      ;;
    'user grant')
    printf '%s\n' \
      '--force	Do it even if it shuts every administrator out.' \
      '--dry-run	Show what would follow, change nothing.'
      ;;
    'user revoke')
    printf '%s\n' \
      '--force	Do it even if it shuts every administrator out.' \
      '--dry-run	Show what would follow, change nothing.'
      ;;
    'user set-password')
    printf '%s\n' \
      '--password-file	Read the password from FILE (- for standard input), do not ask.' \
      '--generate	Make a password and show it this once.'
      ;;
    'user enroll')
    printf '%s\n' \
      '--no-qr	Do not draw the QR code on the terminal.' \
      '--invert	Swap dark and light, for terminals that need it.' \
      '--qr-png	Write the QR code as PNG.' \
      '--qr-svg	Write the QR code as SVG.' \
      '--force	Overwrite those files.' \
      '--role	Enroll everybody with this role.' \
      '--missing	Enroll everybody who needs it and lacks it.' \
      '--from	Enroll whom the first column of this CSV names (- for stdin).' \
      '--out	For many: where QR codes and index.csv go; the next run continues there.' \
      '--as	png (default) or svg, in DIR.' \
      '--sheet	For many: write an HTML page of cards to print, or to save as PDF.' \
      '--label	Tells this authenticator from others of the user. Default: app.' \
      '--secret-file	Use the base32 secret in FILE (- for standard input), not a new one.' \
      '--type	totp for an app (default), hotp for a hardware token.' \
      '--counter	The next counter of a hardware token. Default: 0.' \
      '--replace	Make the successor of the active authenticator of that label.' \
      '--email	Mail the user a link to the QR code, and show neither here.'
      ;;
    'user revoke-authenticator')
    printf '%s\n' \
      '--force	Also the last one of a user who needs one.'
      ;;
    'user why')
    printf '%s\n' \
      '--address	As if the user logged in from there.'
      ;;
    'user exempt')
    printf '%s\n' \
      '--for	How long: 30m, 24h or 7d.' \
      '--until	Until when, in UTC: 2026-12-01 or 2026-12-01T18:00:00Z.' \
      '--reason	Why; kept in the audit log.' \
      '--end	End the exemption now.' \
      '--force	End it even if it shuts every administrator out.'
      ;;
    'user reset-2fa')
    printf '%s\n' \
      '--force	Do it even if it shuts every administrator out.' \
      '--dry-run	Show what would follow, change nothing.' \
      '-y	Do not ask.' \
      '--yes	Do not ask.' \
      '--role	Everybody who has this role.' \
      '--all	Everybody.' \
      '--reason	Why; kept in the audit log.' \
      '--keep-recovery	Recovery codes stay good.'
      ;;
    'user import')
    printf '%s\n' \
      '--passphrase-file	Read the passphrase of the file from FILE (- for standard input).' \
      '--key-file	Read the shared key from FILE: hex, base64 or a site_config.json.' \
      '--on-conflict	Where the site says something else: fail (default), skip or replace.' \
      '--create-roles	Add roles that the site lacks.' \
      '--user	Whose it is, where the file does not tell.' \
      '--domain	Append @DOMAIN to user names that have none.' \
      '--force	Do it even if it shuts every administrator out.' \
      '--dry-run	Show what would follow, change nothing.' \
      '--as	What kind of file it is. Default: as its content tells.' \
      '--rejects	Write rows that are rejected into FILE, to be mended and imported.'
      ;;
    'user export')
    printf '%s\n' \
      '--passphrase-file	Read the passphrase of the file from FILE (- for standard input).' \
      '--key-file	Read the shared key from FILE: hex, base64 or a site_config.json.' \
      '-o	Write to FILE, readable by its owner only. Default: standard output.' \
      '--output	Write to FILE, readable by its owner only. Default: standard output.' \
      '--force	Overwrite that file.' \
      '-y	Do not ask.' \
      '--yes	Do not ask.' \
      '--as	What kind of file to write. Default: csv.' \
      '--role	Only who has this role.' \
      '--user	Only this user; may be repeated.' \
      '--no-secrets	Neither shared secrets nor password hashes.' \
      '--encrypt	Ask for a passphrase that closes the file.'
      ;;
    'otp verify')
    printf '%s\n' \
      '--user-from-env	Take USER from that environment variable, as pam_exec sets PAM_USER.' \
      '--domain	Put @DOMAIN behind a USER that is no e-mail address.'
      ;;
    'otp send')
    printf '%s\n' \
      '--method	Email or SMS. Default: two_factor_method.'
      ;;
    'apply')
    printf '%s\n' \
      '--force	Do it even if it shuts every administrator out.' \
      '--dry-run	Show what would follow, change nothing.' \
      '-y	Do not ask.' \
      '--yes	Do not ask.' \
      '-f	What the site is to be, in YAML or JSON (- for standard input).' \
      '--file	What the site is to be, in YAML or JSON (- for standard input).' \
      '--prune	Remove what a section of FILE does not name; never built-in roles.' \
      '--detailed-exitcode	Exit with 9 if there are changes, made or to be made.'
      ;;
    'dump')
    printf '%s\n' \
      '-o	Write to FILE, which only its owner may read.' \
      '--output	Write to FILE, which only its owner may read.' \
      '--as	yaml (default) or json.' \
      '--force	Overwrite FILE.'
      ;;
    'batch')
    printf '%s\n' \
      '-f	One command per line, quoted as for a shell (- for standard input).' \
      '--file	One command per line, quoted as for a shell (- for standard input).' \
      '--keep-going	Run the lines behind one that fails. Default: stop there.'
      ;;
    'audit list')
    printf '%s\n' \
      '--user	Only about this user.' \
      '--action	Only this action, such as otp.verify, or group of them, such as user.' \
      '--outcome	Only what ended so, such as ok, wrong or replayed.' \
      '--since	Only since then: 24h, 7d, 2026-12-01 or 2026-12-01T18:00:00Z.' \
      '--until	Only before then.' \
      '-f	Then wait for new ones, until Ctrl-C.' \
      '--follow	Then wait for new ones, until Ctrl-C.'
      ;;
    'audit export')
    printf '%s\n' \
      '--user	Only about this user.' \
      '--action	Only this action, such as otp.verify, or group of them, such as user.' \
      '--outcome	Only what ended so, such as ok, wrong or replayed.' \
      '--since	Only since then: 24h, 7d, 2026-12-01 or 2026-12-01T18:00:00Z.' \
      '--until	Only before then.' \
      '--as	jsonl (default): a JSON document in each line; or csv.' \
      '-o	Write FILE, for its owner only; without it, to standard output.' \
      '--output	Write FILE, for its owner only; without it, to standard output.' \
      '--force	Overwrite FILE.'
      ;;
    'audit prune')
    printf '%s\n' \
      '-y	Do not ask.' \
      '--yes	Do not ask.' \
      '--before	Remove what is older: 365d, 2026-12-01 or 2026-12-01T18:00:00Z.' \
      '--reason	Why; kept in the audit log.' \
      '--dry-run	Show what would be removed, remove nothing.'
      ;;
    'key rotate')
    printf '%s\n' \
      '--key-file	Keep the new key in FILE, not in the config; made if it is not there.' \
      '--rollback-file	Write what can undo it, ciphertexts only, to FILE.' \
      '--undo	Put back the ciphertexts in FILE, for a new key that was lost.' \
      '--dry-run	Show what would follow, change nothing.'
      ;;
    'backup')
    printf '%s\n' \
      '-o	Write to FILE (- for standard output); else into the site'\''s ivn.backups.' \
      '--output	Write to FILE (- for standard output); else into the site'\''s ivn.backups.' \
      '--with-key	Put the encryption key and other secret settings in.' \
      '--encrypt	Encrypt it with a passphrase, as age does.' \
      '--passphrase-file	Read the passphrase from FILE (- for standard input), do not ask.' \
      '--verify	Make none: tell whether the backup in FILE is whole.'
      ;;
    'restore')
    printf '%s\n' \
      '-y	Do not ask.' \
      '--yes	Do not ask.' \
      '--passphrase-file	Read the passphrase from FILE (- for standard input), do not ask.' \
      '--key-file	Where the key of the backup is; a new site keeps using that file.' \
      '--up-to-date	No code was accepted since: hardware tokens and recovery codes stay good.' \
      '--replace	Move a store aside that is damaged, or whose key is lost.'
      ;;
    'serve')
    printf '%s\n' \
      '--listen	Where to listen; port 0 is any free one. Default: 127.0.0.1:8282.' \
      '--tls-cert	Speak TLS with the certificate chain in this PEM file.' \
      '--tls-key	The key of that certificate: PEM, PKCS #8, readable by its owner only.'
      ;;
    'add-user')
    printf '%s\n' \
      '--full-name	A name for people.' \
      '--type	"System User" (default) or "Website User".' \
      '--user-type	"System User" (default) or "Website User".' \
      '--grant	A role to grant; may be repeated.' \
      '--add-role	A role to grant; may be repeated.' \
      '--email	Mailbox, if not USER.' \
      '--mobile	Number for SMS.' \
      '--restrict-ip	Addresses or CIDR ranges the user logs in from, comma separated.'
      ;;
    'disable-user')
    printf '%s\n' \
      '--force	Do it even if it shuts every administrator out.' \
      '--dry-run	Show what would follow, change nothing.'
      ;;
    'set-password')
    printf '%s\n' \
      '--password-file	Read the password from FILE (- for standard input), do not ask.' \
      '--generate	Make a password and show it this once.'
      ;;
    'set-admin-password')
    printf '%s\n' \
      '--password-file	Read the password from FILE (- for standard input), do not ask.' \
      '--generate	Make a password and show it this once.'
      ;;
  esac
}

_ivn_places() {
  case $1 in
    ' --site')
    printf '%s\n' \
      'site'
      ;;
    ' --bench')
    printf '%s\n' \
      'directory'
      ;;
    ' --format')
    printf '%s\n' \
      'choices:text,json'
      ;;
    ' --color')
    printf '%s\n' \
      'choices:auto,always,never'
      ;;
    'quickstart 1')
    printf '%s\n' \
      'directory'
      ;;
    'new-site 1')
    printf '%s\n' \
      'site'
      ;;
    'drop-site 1')
    printf '%s\n' \
      'site'
      ;;
    'use 1')
    printf '%s\n' \
      'site'
      ;;
    'set-config --value-file')
    printf '%s\n' \
      'file'
      ;;
    'set-config 1')
    printf '%s\n' \
      'setting'
      ;;
    'set-config 2')
    printf '%s\n' \
      'value'
      ;;
    'show-config -f')
    printf '%s\n' \
      'choices:text,json'
      ;;
    'settings describe 1')
    printf '%s\n' \
      'setting'
      ;;
    'doctor --send-test')
    printf '%s\n' \
      'none'
      ;;
    'login --password-file')
    printf '%s\n' \
      'file'
      ;;
    'login 1')
    printf '%s\n' \
      'user'
      ;;
    'login start --password-file')
    printf '%s\n' \
      'file'
      ;;
    'login start --address')
    printf '%s\n' \
      'none'
      ;;
    'login start 1')
    printf '%s\n' \
      'user'
      ;;
    'login finish --address')
    printf '%s\n' \
      'none'
      ;;
    'login finish 1')
    printf '%s\n' \
      'none'
      ;;
    'login finish 2')
    printf '%s\n' \
      'none'
      ;;
    'role add 1')
    printf '%s\n' \
      'role'
      ;;
    'role remove 1')
    printf '%s\n' \
      'role'
      ;;
    'role show 1')
    printf '%s\n' \
      'role'
      ;;
    'role enable-2fa 1')
    printf '%s\n' \
      'role'
      ;;
    'role disable-2fa 1')
    printf '%s\n' \
      'role'
      ;;
    'user add --full-name')
    printf '%s\n' \
      'none'
      ;;
    'user add --type')
    printf '%s\n' \
      'choices:System User,Website User'
      ;;
    'user add --user-type')
    printf '%s\n' \
      'choices:System User,Website User'
      ;;
    'user add --grant')
    printf '%s\n' \
      'role'
      ;;
    'user add --add-role')
    printf '%s\n' \
      'role'
      ;;
    'user add --email')
    printf '%s\n' \
      'none'
      ;;
    'user add --mobile')
    printf '%s\n' \
      'none'
      ;;
    'user add --restrict-ip')
    printf '%s\n' \
      'none'
      ;;
    'user add 1')
    printf '%s\n' \
      'user'
      ;;
    'user list --role')
    printf '%s\n' \
      'role'
      ;;
    'user show 1')
    printf '%s\n' \
      'user'
      ;;
    'user remove 1')
    printf '%s\n' \
      'user'
      ;;
    'user enable 1')
    printf '%s\n' \
      'user'
      ;;
    'user disable 1')
    printf '%s\n' \
      'user'
      ;;
    'user grant 1')
    printf '%s\n' \
      'user'
      ;;
    'user grant +')
    printf '%s\n' \
      'role'
      ;;
    'user revoke 1')
    printf '%s\n' \
      'user'
      ;;
    'user revoke +')
    printf '%s\n' \
      'role'
      ;;
    'user set-password --password-file')
    printf '%s\n' \
      'file'
      ;;
    'user set-password 1')
    printf '%s\n' \
      'user'
      ;;
    'user enroll --qr-png')
    printf '%s\n' \
      'file'
      ;;
    'user enroll --qr-svg')
    printf '%s\n' \
      'file'
      ;;
    'user enroll --role')
    printf '%s\n' \
      'role'
      ;;
    'user enroll --from')
    printf '%s\n' \
      'file'
      ;;
    'user enroll --out')
    printf '%s\n' \
      'directory'
      ;;
    'user enroll --as')
    printf '%s\n' \
      'choices:png,svg'
      ;;
    'user enroll --sheet')
    printf '%s\n' \
      'file'
      ;;
    'user enroll --label')
    printf '%s\n' \
      'none'
      ;;
    'user enroll --secret-file')
    printf '%s\n' \
      'file'
      ;;
    'user enroll --type')
    printf '%s\n' \
      'choices:TOTP,HOTP'
      ;;
    'user enroll --counter')
    printf '%s\n' \
      'none'
      ;;
    'user enroll 1')
    printf '%s\n' \
      'user'
      ;;
    'user confirm 1')
    printf '%s\n' \
      'user'
      ;;
    'user confirm 2')
    printf '%s\n' \
      'none'
      ;;
    'user authenticators 1')
    printf '%s\n' \
      'user'
      ;;
    'user revoke-authenticator 1')
    printf '%s\n' \
      'user'
      ;;
    'user revoke-authenticator 2')
    printf '%s\n' \
      'authenticator'
      ;;
    'user why --address')
    printf '%s\n' \
      'none'
      ;;
    'user why 1')
    printf '%s\n' \
      'user'
      ;;
    'user exempt --for')
    printf '%s\n' \
      'none'
      ;;
    'user exempt --until')
    printf '%s\n' \
      'none'
      ;;
    'user exempt --reason')
    printf '%s\n' \
      'none'
      ;;
    'user exempt 1')
    printf '%s\n' \
      'user'
      ;;
    'user reset-2fa --role')
    printf '%s\n' \
      'role'
      ;;
    'user reset-2fa --reason')
    printf '%s\n' \
      'none'
      ;;
    'user reset-2fa 1')
    printf '%s\n' \
      'user'
      ;;
    'user unlock 1')
    printf '%s\n' \
      'user'
      ;;
    'user import --passphrase-file')
    printf '%s\n' \
      'file'
      ;;
    'user import --key-file')
    printf '%s\n' \
      'file'
      ;;
    'user import --on-conflict')
    printf '%s\n' \
      'choices:skip,replace,fail'
      ;;
    'user import --user')
    printf '%s\n' \
      'user'
      ;;
    'user import --domain')
    printf '%s\n' \
      'none'
      ;;
    'user import --as')
    printf '%s\n' \
      'none'
      ;;
    'user import --rejects')
    printf '%s\n' \
      'file'
      ;;
    'user import 1')
    printf '%s\n' \
      'file'
      ;;
    'user export --passphrase-file')
    printf '%s\n' \
      'file'
      ;;
    'user export --key-file')
    printf '%s\n' \
      'file'
      ;;
    'user export -o')
    printf '%s\n' \
      'file'
      ;;
    'user export --output')
    printf '%s\n' \
      'file'
      ;;
    'user export --as')
    printf '%s\n' \
      'none'
      ;;
    'user export --role')
    printf '%s\n' \
      'role'
      ;;
    'user export --user')
    printf '%s\n' \
      'user'
      ;;
    'otp verify --user-from-env')
    printf '%s\n' \
      'none'
      ;;
    'otp verify --domain')
    printf '%s\n' \
      'none'
      ;;
    'otp verify 1')
    printf '%s\n' \
      'user'
      ;;
    'otp verify 2')
    printf '%s\n' \
      'none'
      ;;
    'otp send --method')
    printf '%s\n' \
      'none'
      ;;
    'otp send 1')
    printf '%s\n' \
      'user'
      ;;
    'otp diagnose 1')
    printf '%s\n' \
      'user'
      ;;
    'otp diagnose 2')
    printf '%s\n' \
      'none'
      ;;
    'otp resync 1')
    printf '%s\n' \
      'user'
      ;;
    'otp resync 2')
    printf '%s\n' \
      'none'
      ;;
    'otp resync 3')
    printf '%s\n' \
      'none'
      ;;
    'recovery generate 1')
    printf '%s\n' \
      'user'
      ;;
    'recovery status 1')
    printf '%s\n' \
      'user'
      ;;
    'apply -f')
    printf '%s\n' \
      'file'
      ;;
    'apply --file')
    printf '%s\n' \
      'file'
      ;;
    'dump -o')
    printf '%s\n' \
      'file'
      ;;
    'dump --output')
    printf '%s\n' \
      'file'
      ;;
    'dump --as')
    printf '%s\n' \
      'choices:yaml,json'
      ;;
    'batch -f')
    printf '%s\n' \
      'file'
      ;;
    'batch --file')
    printf '%s\n' \
      'file'
      ;;
    'audit list --user')
    printf '%s\n' \
      'user'
      ;;
    'audit list --action')
    printf '%s\n' \
      'none'
      ;;
    'audit list --outcome')
    printf '%s\n' \
      'none'
      ;;
    'audit list --since')
    printf '%s\n' \
      'none'
      ;;
    'audit list --until')
    printf '%s\n' \
      'none'
      ;;
    'audit export --user')
    printf '%s\n' \
      'user'
      ;;
    'audit export --action')
    printf '%s\n' \
      'none'
      ;;
    'audit export --outcome')
    printf '%s\n' \
      'none'
      ;;
    'audit export --since')
    printf '%s\n' \
      'none'
      ;;
    'audit export --until')
    printf '%s\n' \
      'none'
      ;;
    'audit export --as')
    printf '%s\n' \
      'choices:jsonl,csv'
      ;;
    'audit export -o')
    printf '%s\n' \
      'file'
      ;;
    'audit export --output')
    printf '%s\n' \
      'file'
      ;;
    'audit prune --before')
    printf '%s\n' \
      'none'
      ;;
    'audit prune --reason')
    printf '%s\n' \
      'none'
      ;;
    'key rotate --key-file')
    printf '%s\n' \
      'file'
      ;;
    'key rotate --rollback-file')
    printf '%s\n' \
      'file'
      ;;
    'key rotate --undo')
    printf '%s\n' \
      'file'
      ;;
    'backup -o')
    printf '%s\n' \
      'file'
      ;;
    'backup --output')
    printf '%s\n' \
      'file'
      ;;
    'backup --passphrase-file')
    printf '%s\n' \
      'file'
      ;;
    'backup --verify')
    printf '%s\n' \
      'file'
      ;;
    'restore --passphrase-file')
    printf '%s\n' \
      'file'
      ;;
    'restore --key-file')
    printf '%s\n' \
      'file'
      ;;
    'restore 1')
    printf '%s\n' \
      'file'
      ;;
    'completion 1')
    printf '%s\n' \
      'choices:bash,zsh,fish'
      ;;
    'completion words 1')
    printf '%s\n' \
      'choices:users,roles,authenticators'
      ;;
    'completion words 2')
    printf '%s\n' \
      'user'
      ;;
    'serve --listen')
    printf '%s\n' \
      'none'
      ;;
    'serve --tls-cert')
    printf '%s\n' \
      'file'
      ;;
    'serve --tls-key')
    printf '%s\n' \
      'file'
      ;;
    'serve-key create 1')
    printf '%s\n' \
      'none'
      ;;
    'serve-key revoke 1')
    printf '%s\n' \
      'none'
      ;;
    'add-user --full-name')
    printf '%s\n' \
      'none'
      ;;
    'add-user --type')
    printf '%s\n' \
      'choices:System User,Website User'
      ;;
    'add-user --user-type')
    printf '%s\n' \
      'choices:System User,Website User'
      ;;
    'add-user --grant')
    printf '%s\n' \
      'role'
      ;;
    'add-user --add-role')
    printf '%s\n' \
      'role'
      ;;
    'add-user --email')
    printf '%s\n' \
      'none'
      ;;
    'add-user --mobile')
    printf '%s\n' \
      'none'
      ;;
    'add-user --restrict-ip')
    printf '%s\n' \
      'none'
      ;;
    'add-user 1')
    printf '%s\n' \
      'user'
      ;;
    'disable-user 1')
    printf '%s\n' \
      'user'
      ;;
    'set-password --password-file')
    printf '%s\n' \
      'file'
      ;;
    'set-password 1')
    printf '%s\n' \
      'user'
      ;;
    'set-admin-password --password-file')
    printf '%s\n' \
      'file'
      ;;
    'set-admin-password 1')
    printf '%s\n' \
      'user'
      ;;
  esac
}

_ivn_settings() {
  printf '%s\n' \
    'enable_two_factor_auth	The switch: whether the site asks anybody for a second factor.' \
    'two_factor_method	How users without a personal choice are checked.' \
    'otp_issuer_name	Name shown in the authenticator app; no colon.' \
    'lifespan_qrcode_image	Seconds that an emailed QR link lives.' \
    'otp_sms_template	Text of an SMS; {{ otp }} becomes the code by plain substitution.' \
    'bypass_2fa_for_retricted_ip_users	Users who log in from an address of their restrict_ip skip the second factor (the spelling is Frappe'\''s).' \
    'bypass_restrict_ip_check_if_2fa_enabled	After a second factor, the address is not checked against restrict_ip.' \
    'allow_consecutive_login_attempts	Wrong passwords in a row before the password step is locked.' \
    'allow_login_after_fail	Seconds that the password step stays locked.' \
    'session_expiry	Hours and minutes after which a session of ivn serve ends that is not used.' \
    'otp_window_steps	Time steps accepted either side of now.' \
    'otp_algorithm	Hash of new authenticators; some apps ignore all but SHA1.' \
    'otp_digits	Digits of a code of new authenticators; some apps ignore all but 6.' \
    'otp_period	Seconds of a time step of new authenticators; some apps ignore all but 30.' \
    'two_factor_grace_period_hours	Hours that a newly required user may still log in unenrolled.' \
    'mail_server	Host of the outgoing mail server.' \
    'mail_port	Port of the mail server; 587, or 465 with use_ssl, where unset.' \
    'use_tls	Mail goes through STARTTLS.' \
    'use_ssl	Mail goes through TLS from the first byte.' \
    'mail_login	User name at the mail server.' \
    'mail_password	Password at the mail server.' \
    'auto_email_id	Sender address of mails.' \
    'email_sender_name	Sender name of mails.' \
    'sms_gateway_url	Address of the SMS gateway.' \
    'message_parameter	Name of the gateway'\''s parameter for the text.' \
    'receiver_parameter	Name of the gateway'\''s parameter for the number.' \
    'sms_parameters	Fixed parameters of the gateway.' \
    'sms_headers	Fixed HTTP headers of the gateway.' \
    'use_post	The gateway is called with POST instead of GET.' \
    'ivn_encryption_key	Master key that seals the store: 32 bytes in url-safe base64, made with the store.' \
    'ivn_encryption_key_file	File that holds the master key instead of ivn_encryption_key.' \
    'ivn_encryption_key_next	Master key that ivn key rotate is changing to; gone once it is done.' \
    'ivn_encryption_key_file_next	File with the master key that ivn key rotate is changing to; gone once it is done.' \
    'audit_syslog	Where audit records are sent too: local (journald, rsyslog), or a collector.' \
    'host_name	Base of links in mails; https where it names no scheme.' \
    'trusted_proxies	Addresses of reverse proxies whose X-Forwarded-For ivn serve believes, comma separated, ranges as 10.0.0.0/8 (common config only).' \
    'default_site	Site that commands use when none is named (common config only).' \
    'encryption_key	iVendNext'\''s own key; ivn never changes it.' \
    'admin_password	iVendNext'\''s own; ivn only hides it.' \
    'db_password	iVendNext'\''s own; ivn only hides it.'
}

_ivn_values() {
  case $1 in
    'enable_two_factor_auth')
    printf '%s\n' \
      'true' \
      'false'
      ;;
    'two_factor_method')
    printf '%s\n' \
      'OTP App' \
      'Email' \
      'SMS'
      ;;
    'bypass_2fa_for_retricted_ip_users')
    printf '%s\n' \
      'true' \
      'false'
      ;;
    'bypass_restrict_ip_check_if_2fa_enabled')
    printf '%s\n' \
      'true' \
      'false'
      ;;
    'otp_algorithm')
    printf '%s\n' \
      'SHA1' \
      'SHA256' \
      'SHA512'
      ;;
    'otp_digits')
    printf '%s\n' \
      '6' \
      '7' \
      '8'
      ;;
    'use_tls')
    printf '%s\n' \
      'true' \
      'false'
      ;;
    'use_ssl')
    printf '%s\n' \
      'true' \
      'false'
      ;;
    'use_post')
    printf '%s\n' \
      'true' \
      'false'
      ;;
  esac
}

# Sets words to the command line up to the cursor, split as the shell splits it and not at the
# additional characters of COMP_WORDBREAKS, such as the @ of a user's name.
_ivn_split() {
  local rest=${COMP_LINE:0:COMP_POINT} word trimmed i
  words=()
  for ((i = 0; i <= COMP_CWORD; i++)); do
    trimmed=${rest#"${rest%%[![:space:]]*}"}
    word=${COMP_WORDS[i]}
    ((i < COMP_CWORD)) || word=$trimmed
    if ((i > 0)) && [[ $trimmed == "$rest" ]]; then
      words[-1]+=$word
    else
      words+=("$word")
    fi
    rest=${trimmed#"$word"}
  done
}

# Sets bench to the directory that the command line, the environment or the place names.
_ivn_find_bench() {
  bench=${bench:-${IVN_BENCH:-}}
  [[ -z $bench ]] || return 0
  bench=$PWD
  while [[ -n $bench && ! -d $bench/sites ]]; do
    bench=${bench%/*}
  done
}

_ivn_sites() {
  local config
  for config in "$bench"/sites/*/site_config.json; do
    config=${config%/site_config.json}
    printf '%s\n' "${config##*/}"
  done
}

# Prints the names of a kind, which ivn itself knows: asked anew when the store has changed.
_ivn_names() {
  local directory file
  site=${site:-${FRAPPE_SITE:-}}
  [[ -n $site ]] ||
    site=$(sed -n 's/.*"default_site": *"\([^"]*\)".*/\1/p' "$bench/sites/common_site_config.json")
  directory=$bench/sites/$site
  [[ -n $site && -f $directory/site_config.json ]] || return 0
  file=${XDG_CACHE_HOME:-$HOME/.cache}/ivn/words/${directory//\//%}${*//\//%}
  if [[ ! -f $file || $directory/ivn.db -nt $file || $directory/ivn.db-wal -nt $file ]]; then
    (
      umask 077
      mkdir -p "${file%/*}"
      if "$program" --bench "$bench" --site "$site" --no-input completion words "$@" >"$file.$$"; then
        touch "$file.$$" && mv -f "$file.$$" "$file"
      fi
      rm -f "$file.$$"
    )
  fi
  cat "$file"
}

_ivn_candidates() {
  case $1 in
    choices:*) tr , '\n' <<<"${1#choices:}" ;;
    site) _ivn_sites ;;
    user) _ivn_names users ;;
    role) _ivn_names roles ;;
    authenticator) _ivn_names authenticators "${operands[0]}" ;;
    setting) _ivn_settings ;;
    value) _ivn_values "${operands[0]}" ;;
  esac
}

# Offers the candidates on stdin that begin with $1.
_ivn_offer() {
  local typed=$1 candidate mark quote=
  [[ $typed != [\"\']* ]] || quote=${typed:0:1}
  while IFS=$'\t' read -r candidate _; do
    [[ $candidate == "${typed#"$quote"}"* ]] || continue
    if [[ -n $quote ]]; then
      candidate=$quote$candidate
    else
      printf -v candidate %q "$candidate"
    fi
    for mark in @ = :; do # readline replaces what follows the last of these alone
      [[ $COMP_WORDBREAKS != *"$mark"* || $typed != *"$mark"* ]] ||
        candidate=${candidate#"${typed%"$mark"*}$mark"}
    done
    COMPREPLY+=("$candidate")
  done
}

_ivn_offer_place() {
  case $1 in
    file | directory)
      compopt -o filenames
      local kind=-f
      [[ $1 == file ]] || kind=-d
      mapfile -t COMPREPLY < <(compgen "$kind" -- "$2")
      ;;
    *) _ivn_offer "$2" < <(_ivn_candidates "$1" 2>/dev/null) ;;
  esac
}

_ivn_place_of_option() {
  local place
  place=$(_ivn_places "$command $1")
  printf '%s' "${place:-$(_ivn_places " $1")}"
}

_ivn() {
  local program=$1 words command='' option='' site='' bench='' operands=() word place i
  COMPREPLY=()
  _ivn_split
  for ((i = 1; i < ${#words[@]} - 1; i++)); do
    word=${words[i]}
    if [[ -n $option ]]; then
      case $option in
        --site) site=$word ;;
        --bench) bench=$word ;;
      esac
      option=
    elif [[ $word == --*=* ]]; then
      case $word in
        --site=*) site=${word#*=} ;;
        --bench=*) bench=${word#*=} ;;
      esac
    elif [[ $word == -* ]]; then
      [[ -z $(_ivn_place_of_option "$word") ]] || option=$word
    elif [[ $'\n'$(_ivn_commands "$command") == *$'\n'"$word"$'\t'* ]]; then
      command=${command:+$command }$word
    else
      operands+=("$word")
    fi
  done
  _ivn_find_bench
  word=${words[-1]}
  if [[ -n $option ]]; then
    _ivn_offer_place "$(_ivn_place_of_option "$option")" "$word"
  elif [[ $word == --*=* ]]; then
    _ivn_offer_place "$(_ivn_place_of_option "${word%%=*}")" "${word#*=}"
  elif [[ $word == -* ]]; then
    _ivn_offer "$word" < <(
      _ivn_options "$command"
      [[ -z $command ]] || _ivn_options ''
    )
  else
    place=$(_ivn_places "$command $((${#operands[@]} + 1))")
    _ivn_offer_place "${place:-$(_ivn_places "$command +")}" "$word"
    ((${#operands[@]})) || _ivn_offer "$word" < <(_ivn_commands "$command")
  fi
}

complete -F _ivn ivn
