# fish completion for ivn; written by: ivn completion fish

function __ivn_commands
  switch "$argv[1]"
    case ''
    printf '%s\n' \
      'quickstart	show the whole story on a bench of its own' \
      'new-site	make a site' \
      'drop-site	move a site to the archive' \
      'list-sites	list the sites of the bench' \
      'use	choose the site that commands use when none is named' \
      'set-config	write a key of a site\'s configuration' \
      'show-config	show a site\'s configuration' \
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
    case 'settings'
    printf '%s\n' \
      'describe	explain one key'
    case 'login'
    printf '%s\n' \
      'start	give the password; for applications' \
      'finish	give the code; for applications'
    case 'role'
    printf '%s\n' \
      'list	list the roles' \
      'add	add a role' \
      'remove	remove a role and its grants' \
      'show	show a role' \
      'enable-2fa	make a role ask for a second factor' \
      'disable-2fa	stop a role asking for a second factor'
    case 'user'
    printf '%s\n' \
      'add	add a user' \
      'list	list users, all or those who fit' \
      'show	show a user' \
      'remove	remove a user and all authenticators' \
      'enable	let a user log in again' \
      'disable	keep a user from logging in' \
      'grant	grant roles to a user' \
      'revoke	take roles from a user' \
      'set-password	set a user\'s password' \
      'enroll	make an authenticator for a user and show its QR code' \
      'confirm	prove an authenticator by a code, so that it counts' \
      'authenticators	list a user\'s authenticators' \
      'revoke-authenticator	end one authenticator of a user' \
      'why	explain whether a user needs a second factor' \
      'exempt	let a user in without a second factor for a while' \
      'reset-2fa	end all authenticators of a user, who enrolls anew' \
      'unlock	forget a user\'s wrong codes' \
      'import	take users and authenticators from another program\'s file' \
      'export	write users and authenticators into a file'
    case 'otp'
    printf '%s\n' \
      'verify	say whether a code is good, once' \
      'send	send a user a code by mail or SMS' \
      'diagnose	tell what is wrong with a code, without accepting it' \
      'resync	learn from two codes how far a clock is off'
    case 'recovery'
    printf '%s\n' \
      'generate	make ten recovery codes for a user' \
      'status	tell how many recovery codes a user has left'
    case 'audit'
    printf '%s\n' \
      'list	list the records of the audit log' \
      'verify	find out whether the audit log was tampered with' \
      'export	write the records of the audit log as JSON lines or CSV' \
      'prune	remove old records of the audit log'
    case 'key'
    printf '%s\n' \
      'check	find out whether every sealed value opens' \
      'rotate	change the key and seal everything anew'
    case 'completion'
    printf '%s\n' \
      'words	print the names that completions offer'
    case 'serve-key'
    printf '%s\n' \
      'create	make a key and show it this once' \
      'list	list the keys' \
      'revoke	end a key'
  end
end

function __ivn_options
  switch "$argv[1]"
    case ''
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
    case 'drop-site'
    printf '%s\n' \
      '-y	Do not ask.' \
      '--yes	Do not ask.'
    case 'set-config'
    printf '%s\n' \
      '--force	Do it even if it shuts every administrator out.' \
      '--dry-run	Show what would follow, change nothing.' \
      '-g	Write the config that all sites of the bench share.' \
      '--global	Write the config that all sites of the bench share.' \
      '-p	VALUE is a JSON or Python literal.' \
      '--parse	VALUE is a JSON or Python literal.' \
      '--value-file	Read VALUE from FILE (- for standard input); for secrets.'
    case 'show-config'
    printf '%s\n' \
      '--show-secrets	Do not mask secrets.' \
      '-f	bench\'s spelling of --format.'
    case 'doctor'
    printf '%s\n' \
      '--send-test	Send a test to mail:ADDRESS or sms:NUMBER; may be given more than once.'
    case 'login'
    printf '%s\n' \
      '--password-file	Read the password from FILE (- for standard input), do not ask.'
    case 'login start'
    printf '%s\n' \
      '--password-file	Read the password from FILE (- for standard input), do not ask.' \
      '--address	Where the login comes from.'
    case 'login finish'
    printf '%s\n' \
      '--address	Where the login comes from.'
    case 'role remove'
    printf '%s\n' \
      '-y	Do not ask.' \
      '--yes	Do not ask.'
    case 'role enable-2fa'
    printf '%s\n' \
      '--force	Do it even if it shuts every administrator out.' \
      '--dry-run	Show what would follow, change nothing.'
    case 'user add'
    printf '%s\n' \
      '--full-name	A name for people.' \
      '--type	"System User" (default) or "Website User".' \
      '--user-type	"System User" (default) or "Website User".' \
      '--grant	A role to grant; may be repeated.' \
      '--add-role	A role to grant; may be repeated.' \
      '--email	Mailbox, if not USER.' \
      '--mobile	Number for SMS.' \
      '--restrict-ip	Addresses or CIDR ranges the user logs in from, comma separated.'
    case 'user list'
    printf '%s\n' \
      '--role	Only who has this role.' \
      '--required	Only who needs a second factor.' \
      '--enrolled	Only who has an active authenticator.' \
      '--missing	Only who needs a second factor and lacks one.' \
      '--disabled	Only who is kept from logging in.'
    case 'user remove'
    printf '%s\n' \
      '--force	Do it even if it shuts every administrator out.' \
      '--dry-run	Show what would follow, change nothing.' \
      '-y	Do not ask.' \
      '--yes	Do not ask.'
    case 'user disable'
    printf '%s\n' \
      '--force	Do it even if it shuts every administrator out.' \
      '--dry-run	Show what would follow, change nothing.'
    case 'user grant'
    printf '%s\n' \
      '--force	Do it even if it shuts every administrator out.' \
      '--dry-run	Show what would follow, change nothing.'
    case 'user revoke'
    printf '%s\n' \
      '--force	Do it even if it shuts every administrator out.' \
      '--dry-run	Show what would follow, change nothing.'
    case 'user set-password'
    printf '%s\n' \
      '--password-file	Read the password from FILE (- for standard input), do not ask.' \
      '--generate	Make a password and show it this once.'
    case 'user enroll'
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
    case 'user revoke-authenticator'
    printf '%s\n' \
      '--force	Also the last one of a user who needs one.'
    case 'user why'
    printf '%s\n' \
      '--address	As if the user logged in from there.'
    case 'user exempt'
    printf '%s\n' \
      '--for	How long: 30m, 24h or 7d.' \
      '--until	Until when, in UTC: 2026-12-01 or 2026-12-01T18:00:00Z.' \
      '--reason	Why; kept in the audit log.' \
      '--end	End the exemption now.' \
      '--force	End it even if it shuts every administrator out.'
    case 'user reset-2fa'
    printf '%s\n' \
      '--force	Do it even if it shuts every administrator out.' \
      '--dry-run	Show what would follow, change nothing.' \
      '-y	Do not ask.' \
      '--yes	Do not ask.' \
      '--role	Everybody who has this role.' \
      '--all	Everybody.' \
      '--reason	Why; kept in the audit log.' \
      '--keep-recovery	Recovery codes stay good.'
    case 'user import'
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
    case 'user export'
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
    case 'otp verify'
    printf '%s\n' \
      '--user-from-env	Take USER from that environment variable, as pam_exec sets PAM_USER.' \
      '--domain	Put @DOMAIN behind a USER that is no e-mail address.'
    case 'otp send'
    printf '%s\n' \
      '--method	Email or SMS. Default: two_factor_method.'
    case 'apply'
    printf '%s\n' \
      '--force	Do it even if it shuts every administrator out.' \
      '--dry-run	Show what would follow, change nothing.' \
      '-y	Do not ask.' \
      '--yes	Do not ask.' \
      '-f	What the site is to be, in YAML or JSON (- for standard input).' \
      '--file	What the site is to be, in YAML or JSON (- for standard input).' \
      '--prune	Remove what a section of FILE does not name; never built-in roles.' \
      '--detailed-exitcode	Exit with 9 if there are changes, made or to be made.'
    case 'dump'
    printf '%s\n' \
      '-o	Write to FILE, which only its owner may read.' \
      '--output	Write to FILE, which only its owner may read.' \
      '--as	yaml (default) or json.' \
      '--force	Overwrite FILE.'
    case 'batch'
    printf '%s\n' \
      '-f	One command per line, quoted as for a shell (- for standard input).' \
      '--file	One command per line, quoted as for a shell (- for standard input).' \
      '--keep-going	Run the lines behind one that fails. Default: stop there.'
    case 'audit list'
    printf '%s\n' \
      '--user	Only about this user.' \
      '--action	Only this action, such as otp.verify, or group of them, such as user.' \
      '--outcome	Only what ended so, such as ok, wrong or replayed.' \
      '--since	Only since then: 24h, 7d, 2026-12-01 or 2026-12-01T18:00:00Z.' \
      '--until	Only before then.' \
      '-f	Then wait for new ones, until Ctrl-C.' \
      '--follow	Then wait for new ones, until Ctrl-C.'
    case 'audit export'
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
    case 'audit prune'
    printf '%s\n' \
      '-y	Do not ask.' \
      '--yes	Do not ask.' \
      '--before	Remove what is older: 365d, 2026-12-01 or 2026-12-01T18:00:00Z.' \
      '--reason	Why; kept in the audit log.' \
      '--dry-run	Show what would be removed, remove nothing.'
    case 'key rotate'
    printf '%s\n' \
      '--key-file	Keep the new key in FILE, not in the config; made if it is not there.' \
      '--rollback-file	Write what can undo it, ciphertexts only, to FILE.' \
      '--undo	Put back the ciphertexts in FILE, for a new key that was lost.' \
      '--dry-run	Show what would follow, change nothing.'
    case 'backup'
    printf '%s\n' \
      '-o	Write to FILE (- for standard output); else into the site\'s ivn.backups.' \
      '--output	Write to FILE (- for standard output); else into the site\'s ivn.backups.' \
      '--with-key	Put the encryption key and other secret settings in.' \
      '--encrypt	Encrypt it with a passphrase, as age does.' \
      '--passphrase-file	Read the passphrase from FILE (- for standard input), do not ask.' \
      '--verify	Make none: tell whether the backup in FILE is whole.'
    case 'restore'
    printf '%s\n' \
      '-y	Do not ask.' \
      '--yes	Do not ask.' \
      '--passphrase-file	Read the passphrase from FILE (- for standard input), do not ask.' \
      '--key-file	Where the key of the backup is; a new site keeps using that file.' \
      '--up-to-date	No code was accepted since: hardware tokens and recovery codes stay good.' \
      '--replace	Move a store aside that is damaged, or whose key is lost.'
    case 'serve'
    printf '%s\n' \
      '--listen	Where to listen; port 0 is any free one. Default: 127.0.0.1:8282.' \
      '--tls-cert	Speak TLS with the certificate chain in this PEM file.' \
      '--tls-key	The key of that certificate: PEM, PKCS #8, readable by its owner only.'
    case 'add-user'
    printf '%s\n' \
      '--full-name	A name for people.' \
      '--type	"System User" (default) or "Website User".' \
      '--user-type	"System User" (default) or "Website User".' \
      '--grant	A role to grant; may be repeated.' \
      '--add-role	A role to grant; may be repeated.' \
      '--email	Mailbox, if not USER.' \
      '--mobile	Number for SMS.' \
      '--restrict-ip	Addresses or CIDR ranges the user logs in from, comma separated.'
    case 'disable-user'
    printf '%s\n' \
      '--force	Do it even if it shuts every administrator out.' \
      '--dry-run	Show what would follow, change nothing.'
    case 'set-password'
    printf '%s\n' \
      '--password-file	Read the password from FILE (- for standard input), do not ask.' \
      '--generate	Make a password and show it this once.'
    case 'set-admin-password'
    printf '%s\n' \
      '--password-file	Read the password from FILE (- for standard input), do not ask.' \
      '--generate	Make a password and show it this once.'
  end
end

function __ivn_places
  switch "$argv[1]"
    case ' --site'
    printf '%s\n' \
      'site'
    case ' --bench'
    printf '%s\n' \
      'directory'
    case ' --format'
    printf '%s\n' \
      'choices:text,json'
    case ' --color'
    printf '%s\n' \
      'choices:auto,always,never'
    case 'quickstart 1'
    printf '%s\n' \
      'directory'
    case 'new-site 1'
    printf '%s\n' \
      'site'
    case 'drop-site 1'
    printf '%s\n' \
      'site'
    case 'use 1'
    printf '%s\n' \
      'site'
    case 'set-config --value-file'
    printf '%s\n' \
      'file'
    case 'set-config 1'
    printf '%s\n' \
      'setting'
    case 'set-config 2'
    printf '%s\n' \
      'value'
    case 'show-config -f'
    printf '%s\n' \
      'choices:text,json'
    case 'settings describe 1'
    printf '%s\n' \
      'setting'
    case 'doctor --send-test'
    printf '%s\n' \
      'none'
    case 'login --password-file'
    printf '%s\n' \
      'file'
    case 'login 1'
    printf '%s\n' \
      'user'
    case 'login start --password-file'
    printf '%s\n' \
      'file'
    case 'login start --address'
    printf '%s\n' \
      'none'
    case 'login start 1'
    printf '%s\n' \
      'user'
    case 'login finish --address'
    printf '%s\n' \
      'none'
    case 'login finish 1'
    printf '%s\n' \
      'none'
    case 'login finish 2'
    printf '%s\n' \
      'none'
    case 'role add 1'
    printf '%s\n' \
      'role'
    case 'role remove 1'
    printf '%s\n' \
      'role'
    case 'role show 1'
    printf '%s\n' \
      'role'
    case 'role enable-2fa 1'
    printf '%s\n' \
      'role'
    case 'role disable-2fa 1'
    printf '%s\n' \
      'role'
    case 'user add --full-name'
    printf '%s\n' \
      'none'
    case 'user add --type'
    printf '%s\n' \
      'choices:System User,Website User'
    case 'user add --user-type'
    printf '%s\n' \
      'choices:System User,Website User'
    case 'user add --grant'
    printf '%s\n' \
      'role'
    case 'user add --add-role'
    printf '%s\n' \
      'role'
    case 'user add --email'
    printf '%s\n' \
      'none'
    case 'user add --mobile'
    printf '%s\n' \
      'none'
    case 'user add --restrict-ip'
    printf '%s\n' \
      'none'
    case 'user add 1'
    printf '%s\n' \
      'user'
    case 'user list --role'
    printf '%s\n' \
      'role'
    case 'user show 1'
    printf '%s\n' \
      'user'
    case 'user remove 1'
    printf '%s\n' \
      'user'
    case 'user enable 1'
    printf '%s\n' \
      'user'
    case 'user disable 1'
    printf '%s\n' \
      'user'
    case 'user grant 1'
    printf '%s\n' \
      'user'
    case 'user grant +'
    printf '%s\n' \
      'role'
    case 'user revoke 1'
    printf '%s\n' \
      'user'
    case 'user revoke +'
    printf '%s\n' \
      'role'
    case 'user set-password --password-file'
    printf '%s\n' \
      'file'
    case 'user set-password 1'
    printf '%s\n' \
      'user'
    case 'user enroll --qr-png'
    printf '%s\n' \
      'file'
    case 'user enroll --qr-svg'
    printf '%s\n' \
      'file'
    case 'user enroll --role'
    printf '%s\n' \
      'role'
    case 'user enroll --from'
    printf '%s\n' \
      'file'
    case 'user enroll --out'
    printf '%s\n' \
      'directory'
    case 'user enroll --as'
    printf '%s\n' \
      'choices:png,svg'
    case 'user enroll --sheet'
    printf '%s\n' \
      'file'
    case 'user enroll --label'
    printf '%s\n' \
      'none'
    case 'user enroll --secret-file'
    printf '%s\n' \
      'file'
    case 'user enroll --type'
    printf '%s\n' \
      'choices:TOTP,HOTP'
    case 'user enroll --counter'
    printf '%s\n' \
      'none'
    case 'user enroll 1'
    printf '%s\n' \
      'user'
    case 'user confirm 1'
    printf '%s\n' \
      'user'
    case 'user confirm 2'
    printf '%s\n' \
      'none'
    case 'user authenticators 1'
    printf '%s\n' \
      'user'
    case 'user revoke-authenticator 1'
    printf '%s\n' \
      'user'
    case 'user revoke-authenticator 2'
    printf '%s\n' \
      'authenticator'
    case 'user why --address'
    printf '%s\n' \
      'none'
    case 'user why 1'
    printf '%s\n' \
      'user'
    case 'user exempt --for'
    printf '%s\n' \
      'none'
    case 'user exempt --until'
    printf '%s\n' \
      'none'
    case 'user exempt --reason'
    printf '%s\n' \
      'none'
    case 'user exempt 1'
    printf '%s\n' \
      'user'
    case 'user reset-2fa --role'
    printf '%s\n' \
      'role'
    case 'user reset-2fa --reason'
    printf '%s\n' \
      'none'
    case 'user reset-2fa 1'
    printf '%s\n' \
      'user'
    case 'user unlock 1'
    printf '%s\n' \
      'user'
    case 'user import --passphrase-file'
    printf '%s\n' \
      'file'
    case 'user import --key-file'
    printf '%s\n' \
      'file'
    case 'user import --on-conflict'
    printf '%s\n' \
      'choices:skip,replace,fail'
    case 'user import --user'
    printf '%s\n' \
      'user'
    case 'user import --domain'
    printf '%s\n' \
      'none'
    case 'user import --as'
    printf '%s\n' \
      'none'
    case 'user import --rejects'
    printf '%s\n' \
      'file'
    case 'user import 1'
    printf '%s\n' \
      'file'
    case 'user export --passphrase-file'
    printf '%s\n' \
      'file'
    case 'user export --key-file'
    printf '%s\n' \
      'file'
    case 'user export -o'
    printf '%s\n' \
      'file'
    case 'user export --output'
    printf '%s\n' \
      'file'
    case 'user export --as'
    printf '%s\n' \
      'none'
    case 'user export --role'
    printf '%s\n' \
      'role'
    case 'user export --user'
    printf '%s\n' \
      'user'
    case 'otp verify --user-from-env'
    printf '%s\n' \
      'none'
    case 'otp verify --domain'
    printf '%s\n' \
      'none'
    case 'otp verify 1'
    printf '%s\n' \
      'user'
    case 'otp verify 2'
    printf '%s\n' \
      'none'
    case 'otp send --method'
    printf '%s\n' \
      'none'
    case 'otp send 1'
    printf '%s\n' \
      'user'
    case 'otp diagnose 1'
    printf '%s\n' \
      'user'
    case 'otp diagnose 2'
    printf '%s\n' \
      'none'
    case 'otp resync 1'
    printf '%s\n' \
      'user'
    case 'otp resync 2'
    printf '%s\n' \
      'none'
    case 'otp resync 3'
    printf '%s\n' \
      'none'
    case 'recovery generate 1'
    printf '%s\n' \
      'user'
    case 'recovery status 1'
    printf '%s\n' \
      'user'
    case 'apply -f'
    printf '%s\n' \
      'file'
    case 'apply --file'
    printf '%s\n' \
      'file'
    case 'dump -o'
    printf '%s\n' \
      'file'
    case 'dump --output'
    printf '%s\n' \
      'file'
    case 'dump --as'
    printf '%s\n' \
      'choices:yaml,json'
    case 'batch -f'
    printf '%s\n' \
      'file'
    case 'batch --file'
    printf '%s\n' \
      'file'
    case 'audit list --user'
    printf '%s\n' \
      'user'
    case 'audit list --action'
    printf '%s\n' \
      'none'
    case 'audit list --outcome'
    printf '%s\n' \
      'none'
    case 'audit list --since'
    printf '%s\n' \
      'none'
    case 'audit list --until'
    printf '%s\n' \
      'none'
    case 'audit export --user'
    printf '%s\n' \
      'user'
    case 'audit export --action'
    printf '%s\n' \
      'none'
    case 'audit export --outcome'
    printf '%s\n' \
      'none'
    case 'audit export --since'
    printf '%s\n' \
      'none'
    case 'audit export --until'
    printf '%s\n' \
      'none'
    case 'audit export --as'
    printf '%s\n' \
      'choices:jsonl,csv'
    case 'audit export -o'
    printf '%s\n' \
      'file'
    case 'audit export --output'
    printf '%s\n' \
      'file'
    case 'audit prune --before'
    printf '%s\n' \
      'none'
    case 'audit prune --reason'
    printf '%s\n' \
      'none'
    case 'key rotate --key-file'
    printf '%s\n' \
      'file'
    case 'key rotate --rollback-file'
    printf '%s\n' \
      'file'
    case 'key rotate --undo'
    printf '%s\n' \
      'file'
    case 'backup -o'
    printf '%s\n' \
      'file'
    case 'backup --output'
    printf '%s\n' \
      'file'
    case 'backup --passphrase-file'
    printf '%s\n' \
      'file'
    case 'backup --verify'
    printf '%s\n' \
      'file'
    case 'restore --passphrase-file'
    printf '%s\n' \
      'file'
    case 'restore --key-file'
    printf '%s\n' \
      'file'
    case 'restore 1'
    printf '%s\n' \
      'file'
    case 'completion 1'
    printf '%s\n' \
      'choices:bash,zsh,fish'
    case 'completion words 1'
    printf '%s\n' \
      'choices:users,roles,authenticators'
    case 'completion words 2'
    printf '%s\n' \
      'user'
    case 'serve --listen'
    printf '%s\n' \
      'none'
    case 'serve --tls-cert'
    printf '%s\n' \
      'file'
    case 'serve --tls-key'
    printf '%s\n' \
      'file'
    case 'serve-key create 1'
    printf '%s\n' \
      'none'
    case 'serve-key revoke 1'
    printf '%s\n' \
      'none'
    case 'add-user --full-name'
    printf '%s\n' \
      'none'
    case 'add-user --type'
    printf '%s\n' \
      'choices:System User,Website User'
    case 'add-user --user-type'
    printf '%s\n' \
      'choices:System User,Website User'
    case 'add-user --grant'
    printf '%s\n' \
      'role'
    case 'add-user --add-role'
    printf '%s\n' \
      'role'
    case 'add-user --email'
    printf '%s\n' \
      'none'
    case 'add-user --mobile'
    printf '%s\n' \
      'none'
    case 'add-user --restrict-ip'
    printf '%s\n' \
      'none'
    case 'add-user 1'
    printf '%s\n' \
      'user'
    case 'disable-user 1'
    printf '%s\n' \
      'user'
    case 'set-password --password-file'
    printf '%s\n' \
      'file'
    case 'set-password 1'
    printf '%s\n' \
      'user'
    case 'set-admin-password --password-file'
    printf '%s\n' \
      'file'
    case 'set-admin-password 1'
    printf '%s\n' \
      'user'
  end
end

function __ivn_settings
  printf '%s\n' \
    'enable_two_factor_auth	The switch: whether the site asks anybody for a second factor.' \
    'two_factor_method	How users without a personal choice are checked.' \
    'otp_issuer_name	Name shown in the authenticator app; no colon.' \
    'lifespan_qrcode_image	Seconds that an emailed QR link lives.' \
    'otp_sms_template	Text of an SMS; {{ otp }} becomes the code by plain substitution.' \
    'bypass_2fa_for_retricted_ip_users	Users who log in from an address of their restrict_ip skip the second factor (the spelling is Frappe\'s).' \
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
    'message_parameter	Name of the gateway\'s parameter for the text.' \
    'receiver_parameter	Name of the gateway\'s parameter for the number.' \
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
    'encryption_key	iVendNext\'s own key; ivn never changes it.' \
    'admin_password	iVendNext\'s own; ivn only hides it.' \
    'db_password	iVendNext\'s own; ivn only hides it.'
end

function __ivn_values
  switch "$argv[1]"
    case 'enable_two_factor_auth'
    printf '%s\n' \
      'true' \
      'false'
    case 'two_factor_method'
    printf '%s\n' \
      'OTP App' \
      'Email' \
      'SMS'
    case 'bypass_2fa_for_retricted_ip_users'
    printf '%s\n' \
      'true' \
      'false'
    case 'bypass_restrict_ip_check_if_2fa_enabled'
    printf '%s\n' \
      'true' \
      'false'
    case 'otp_algorithm'
    printf '%s\n' \
      'SHA1' \
      'SHA256' \
      'SHA512'
    case 'otp_digits'
    printf '%s\n' \
      '6' \
      '7' \
      '8'
    case 'use_tls'
    printf '%s\n' \
      'true' \
      'false'
    case 'use_ssl'
    printf '%s\n' \
      'true' \
      'false'
    case 'use_post'
    printf '%s\n' \
      'true' \
      'false'
  end
end

# The directory that the command line, the environment or the place names.
function __ivn_bench
  if test -n "$argv[1]"
    echo $argv[1]
  else if test -n "$IVN_BENCH"
    echo $IVN_BENCH
  else
    set -l bench $PWD
    while test -n "$bench"; and not test -d $bench/sites
      set bench (string replace -r '/[^/]*$' '' -- $bench)
    end
    echo $bench
  end
end

# The names of a kind, which ivn itself knows: asked anew when the store has changed.
function __ivn_names -a program bench site
  set -l asked $argv[4..-1]
  test -n "$site"; or set site $FRAPPE_SITE
  test -n "$site"
  or set site (sed -n 's/.*"default_site": *"\([^"]*\)".*/\1/p' $bench/sites/common_site_config.json)
  test -n "$site"; or return
  set -l directory $bench/sites/$site
  test -f $directory/site_config.json; or return
  set -l cache $XDG_CACHE_HOME
  test -n "$cache"; or set cache $HOME/.cache
  set -l file $cache/ivn/words/(string replace -a / % -- "$directory$asked")
  if not test -f $file; or test $directory/ivn.db -nt $file
    or test $directory/ivn.db-wal -nt $file
    mkdir -p -m 700 $cache/ivn/words
    and $program --bench $bench --site $site --no-input completion words $asked >$file.new
    and chmod 600 $file.new
    and mv -f $file.new $file
    or rm -f $file.new
  end
  cat $file
end

function __ivn_place_of_option -a command option
  set -l place (__ivn_places "$command $option")
  test -n "$place"; or set place (__ivn_places " $option")
  echo $place
end

function __ivn_complete
  set -l tokens (commandline -opc)
  set -l program $tokens[1]
  set -l current (commandline -ct)
  set -l command ''
  set -l option ''
  set -l site ''
  set -l bench ''
  set -l operands
  for word in $tokens[2..-1]
    if test -n "$option"
      switch $option
        case --site
          set site $word
        case --bench
          set bench $word
      end
      set option ''
    else if string match -q -- '--site=*' $word
      set site (string replace -- '--site=' '' $word)
    else if string match -q -- '--bench=*' $word
      set bench (string replace -- '--bench=' '' $word)
    else if string match -q -- '-*' $word
      test -z (__ivn_place_of_option "$command" $word); or set option $word
    else if __ivn_commands "$command" | string match -q -- "$word"\t'*'
      set command (string trim "$command $word")
    else
      set -a operands $word
    end
  end
  set bench (__ivn_bench $bench)
  set -l place
  if test -n "$option"
    set place (__ivn_place_of_option "$command" $option)
  else if string match -q -- '-*' $current
    __ivn_options "$command"
    test -z "$command"; or __ivn_options ''
    return
  else
    if test (count $operands) -eq 0
      __ivn_commands "$command"
    end
    set place (__ivn_places "$command "(math (count $operands) + 1))
    test -n "$place"; or set place (__ivn_places "$command +")
  end
  switch "$place"
    case 'choices:*'
      string split , (string replace choices: '' $place)
    case file
      __fish_complete_path $current
    case directory
      __fish_complete_directories $current
    case site
      for config in $bench/sites/*/site_config.json
        string replace -r '.*/([^/]*)/site_config.json$' '$1' -- $config
      end
    case user
      __ivn_names $program "$bench" "$site" users 2>/dev/null
    case role
      __ivn_names $program "$bench" "$site" roles 2>/dev/null
    case authenticator
      __ivn_names $program "$bench" "$site" authenticators $operands[1] 2>/dev/null
    case setting
      __ivn_settings
    case value
      __ivn_values $operands[1]
  end
end

complete -c ivn -f -a '(__ivn_complete)'
