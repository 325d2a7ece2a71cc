/** Languages of fences that hold text for people. */
const plain = /^(|text|txt|plain|plaintext|markdown|md|checklist|template|none)$/iu

const programs =
  /^(\$ |> )?(sudo |\.{0,2}\/)?(npm|npx|yarn|pnpm|node|deno|git|docker|kubectl|helm|terraform|ansible|aws|gcloud|az|heroku|fly|curl|wget|ssh|scp|rsync|systemctl|service|journalctl|apt|apt-get|yum|dnf|brew|pip|pip3|python3?|ruby|rails|bundle|php|composer|artisan|java|mvn|gradle|go|cargo|make|psql|pg_dump|pg_restore|mysql|mysqldump|mongodump|redis-cli|sqlite3|openssl|certbot|nginx|pm2|supervisorctl|crontab|df|du|top|htop|free|uptime|ps|tail|head|cat|grep|awk|sed|find|ls|rm|mv|cp|tar|gzip|zip|unzip|chmod|chown|echo|export|source|bash|sh|zsh|ping|dig|nslookup|traceroute|netstat|ss|lsof|vacuumdb|wp|drush|lynis|nmap|trivy|snyk)\b/u
const path = /^(\$ )?(~|\.{1,2})?\/[\w./-]+( |$)/u

/** Whether a fence holds lines that people read and fill in, rather than what a machine reads. */
export function isProse(language: string, text: string): boolean {
  if (!plain.test(language)) return false
  const rows = text.split('\n').filter((row) => row.trim() !== '')
  const commands = rows.filter((row) => isCommand(row) || /^\s*#(?!#)/u.test(row))
  return rows.length === 0 || !rows.some(isCommand) || commands.length < rows.length * 0.6
}

export function isCommand(row: string): boolean {
  const text = row.trim()
  if (path.test(text)) return true
  // A sentence may begin with "Find" or "Make"; commands are in small letters, and no sentence ends them.
  return programs.test(text) && !/[.:?]$/u.test(text)
}
