import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { extractGo } from '../../../../src/core/detectors/go/markers';
import { extractGoMod } from '../../../../src/core/detectors/go/manifest';
import type { NeedId } from '../../../../src/core/model';
import { readWorkspace, type Files } from '../../support/workspace';

const gin = 'github.com/gin-gonic/gin v1.10.0';

function application(required: readonly string[], files: Files): Files {
  return { 'go.mod': `module acme.org/shop\n\nrequire (\n${[gin, ...required].map((line) => `\t${line}\n`).join('')})\n`, 'main.go': 'package main\n\nfunc main() {\n}\n', ...files };
}

const go = (imports: readonly string[], body = ''): string => `package app\n\nimport (\n${imports.map((path) => `\t_ "${path}"\n`).join('')})\n\n${body}\n`;

async function technologies(files: Files, id: NeedId): Promise<readonly string[]> {
  const { needs } = await readWorkspace(files);
  return needs.filter((need) => need.id === id).map(({ technology, supported, library }) => [technology, library ?? '', supported.join('|')].join(' ').trim());
}

const postgres = 'github.com/lib/pq v1.10.9';
const mysql = 'github.com/go-sql-driver/mysql v1.8.1';
const sqlite = 'modernc.org/sqlite v1.33.0';
const three = [postgres, mysql, sqlite];
const redis = 'github.com/redis/go-redis/v9 v9.5.0';
const redisFile = { 'internal/cache/redis.go': go(['github.com/redis/go-redis/v9']) };

const cases: readonly (readonly [string, NeedId, Files, readonly string[]])[] = [
  ['the only driver', 'relational-database', application([postgres], {}), ['postgresql']],
  ['the driver that a variable names', 'relational-database', application(three, { '.env.example': 'DB_DRIVER=mysql\n' }), ['mysql  postgresql|sqlite']],
  ['the scheme of an address', 'relational-database', application(three, { '.env.example': 'DATABASE_URL=postgres://u:p@db/x\n' }), ['postgresql  mysql|sqlite']],
  ['the type of a configuration file', 'relational-database', application(three, { 'config.yaml': 'database:\n  type: sqlite3\n' }), ['sqlite  postgresql|mysql']],
  ['the type of an ini file', 'relational-database', application(three, { 'conf/app.ini': '[database]\nType = mysql\n' }), ['mysql  postgresql|sqlite']],
  ['a variable before a file', 'relational-database', application(three, { 'config.yaml': 'database:\n  type: sqlite3\n', '.env': 'DB_TYPE=postgres\n' }), ['postgresql  mysql|sqlite']],
  ['the default of a flag', 'relational-database', application(three, { 'internal/config/config.go': go([], 'func init() { viper.SetDefault("driver", "sqlite") }') }), ['sqlite  postgresql|mysql']],
  ['the default of a tag', 'relational-database', application(three, { 'config/config.go': go([], 'type Config struct {\n\tDBDriver string `env:"DB_DRIVER" envDefault:"postgres"`\n}') }), ['postgresql  mysql|sqlite']],
  ['the default of a flag of several lines', 'relational-database', application(three, { 'cmd/server/flags.go': go([], 'var flags = []cli.Flag{\n&cli.StringFlag{\nName: "db-driver",\nAliases: []string{"driver"},\nValue: "sqlite3",\n},\n}'), 'internal/store/init.go': go([], 'const (\n\tDriverMysql = "mysql"\n\tDriverPostgres = "postgres"\n)') }), ['sqlite  postgresql|mysql']],
  ['what compose sets for another image', 'relational-database', application(three, { 'docker-compose.yml': 'services:\n  shop:\n    image: acme/shop-server\n    restart: always\n    environment:\n      DB_TYPE: sqlite3\n  forge:\n    image: acme/forge\n    environment:\n      FORGE__database__DB_TYPE: postgres\n' }), ['sqlite  postgresql|mysql']],
  ['no comparison with a driver', 'relational-database', application([postgres, mysql], { 'config/config.go': go([], 'func f(driver string) bool { if driver == "postgres" { return true }\n return false }'), 'internal/db/db.go': go([], 'func g() { sql.Open("mysql", dsn) }') }), ['mysql  postgresql']],
  ['a mapper with the driver that is opened', 'relational-database', application(['github.com/jmoiron/sqlx v1.4.0', `${postgres} // indirect`], { 'internal/db/db.go': go([], 'func g() { sqlx.Connect("postgres", dsn) }') }), ['postgresql']],
  ['no database of a commented call', 'relational-database', application(['github.com/jmoiron/sqlx v1.4.0'], { 'internal/db/db.go': go([], '// sqlx.Connect("postgres", dsn)') }), []],
  ['a credential that code asks the environment for', 'secrets', application([], { 'internal/config/config.go': go([], 'var key = os.Getenv("JWT_SECRET")') }), ['env']],
  ['a credential of a settings file that is written where the program runs', 'secrets', application([], { 'config/config.go': go([], 'type Database struct {\n\tPassword string `ini:"password"`\n}') }), ['config-file']],
  ['no credential of a type that is no setting', 'secrets', application([], { 'internal/db/user.go': go([], 'type User struct {\n\tPassword string `yaml:"password"`\n}') }), []],
  ['no credential in what says how long a password is', 'secrets', application([], { 'config/config.go': go([], 'type Rules struct {\n\tMinPassword int `ini:"min_password"`\n}') }), []],
  ['the driver that a variable names in the words of a file', 'relational-database', application(three, { 'docker-compose.yml': 'services:\n  shop:\n    build: .\n    environment:\n      - SHOP_Database.Type=postgres\n' }), ['postgresql  mysql|sqlite']],
  ['a timetable in a folder that is called after it', 'scheduler', application(['github.com/robfig/cron/v3 v3.0.1'], { 'pkg/crontab/run.go': go(['github.com/robfig/cron/v3']) }), ['cron robfig-cron']],
  ['a credential of a field’s tag', 'secrets', application([], { 'internal/config/config.go': go([], 'type Config struct {\n\tSecret string `env:"JWT_SECRET,required"`\n}') }), ['env']],
  ['a credential that viper reads from the environment', 'secrets', application([], { 'config/models/jwt_config.go': go([], 'type JWT struct {\n\tKey string `mapstructure:"JWT_SECRET_KEY"`\n}') }), ['env']],
  ['the password in the address of a database', 'secrets', application([postgres], { 'docker-compose.yml': 'services:\n  shop:\n    build: .\n    environment:\n      DATABASE_URL: postgres://u:p@db/x\n' }), ['env']],
  ['a credential that a helper of its own looks up', 'secrets', application([], { 'cmd/server/main.go': go([], 'var key = env("CRON_SECRET", "")') }), ['env']],
  ['no credential of a comment or a port', 'secrets', application([], { 'internal/config/config.go': go([], '// os.Getenv("JWT_SECRET")\nvar port = os.Getenv("PORT")') }), []],
  ['sockets by their route', 'realtime', application([], { 'internal/router/router.go': go([], 'func r() { group.GET("/ws/:id", hub.Serve) }') }), ['ws']],
  ['no sockets of a route that begins alike', 'realtime', application([], { 'internal/router/router.go': go([], 'func r() { group.GET("/wsdl", h)\n// group.GET("/ws", h)\n}') }), []],
  ['a queue that is a section of the settings', 'queue', application([], { 'config/settings.yml': 'settings:\n  queue:\n    memory:\n      poolSize: 100\n' }), ['memory']],
  ['a cache whose address is set', 'cache', application([redis], { ...redisFile, '.env.example': 'REDIS_ADDR=localhost:6379\n' }), ['redis']],
  ['no cache whose address is empty', 'cache', application([redis], { ...redisFile, 'config.yaml': 'redis:\n  addr: ""\n' }), []],
  ['no cache that is switched off', 'cache', application([redis], { ...redisFile, 'config.yaml': 'system:\n  use-redis: false\nredis:\n  addr: 127.0.0.1:6379\n' }), []],
  ['no cache that the code leaves off', 'cache', application([redis], { ...redisFile, 'internal/config/config.go': go([], 'func init() { viper.SetDefault("redis.enabled", false) }') }), []],
  ['no cache of a client that nobody imports', 'cache', application([redis], { '.env.example': 'REDIS_ADDR=localhost:6379\n' }), []],
  ['jobs of asynq', 'queue', application(['github.com/hibiken/asynq v0.24.0'], { 'internal/worker/worker.go': go(['github.com/hibiken/asynq']) }), ['redis asynq']],
  ['a broker whose address is set', 'queue', application(['github.com/rabbitmq/amqp091-go v1.10.0'], { 'internal/queue/queue.go': go(['github.com/rabbitmq/amqp091-go']), '.env.example': 'RABBITMQ_URL=amqp://g:g@mq\n' }), ['rabbitmq']],
  ['no broker that is off', 'queue', application(['github.com/rabbitmq/amqp091-go v1.10.0'], { 'internal/queue/queue.go': go(['github.com/rabbitmq/amqp091-go']), '.env.example': 'RABBITMQ_URL=\n' }), []],
  ['Kafka', 'event-streaming', application(['github.com/segmentio/kafka-go v0.4.47'], { 'internal/events/producer.go': go(['github.com/segmentio/kafka-go']), 'config.toml': '[kafka]\nbrokers = ["kafka:9092"]\n' }), ['kafka']],
  ['a store of files of its own', 'file-storage', application([], { 'internal/storage/local.go': go(['io', 'os'], 'func (s *Store) Put(id string, in io.Reader) error {\n\tf, err := os.OpenFile(id, os.O_CREATE|os.O_WRONLY, 0600)\n\t_, err = io.Copy(f, in)\n\treturn err\n}\nfunc (s *Store) Drop(id string) error { return os.Remove(id) }'), 'internal/server/server.go': go([], 'func put(w http.ResponseWriter, r *http.Request) { store.Put(id, r.Body) }') }), ['local']],
  ['a body that is copied into a file', 'file-storage', application([], { 'http/resource.go': go([], 'func put(w http.ResponseWriter, r *http.Request) { write(fs, r.URL.Path, r.Body) }\nfunc write(fs Fs, dst string, in io.Reader) {\n\tf, _ := fs.OpenFile(dst, os.O_RDWR|os.O_CREATE, mode)\n\tio.Copy(f, in)\n}') }), ['local']],
  ['no file of a body that is decoded or passed on', 'file-storage', application([], { 'internal/server/proxy.go': go([], 'func pass(w http.ResponseWriter, r *http.Request) {\n\tlog, _ := os.OpenFile("x.log", os.O_CREATE, 0600)\n\tjson.NewDecoder(r.Body)\n\tr.Body = http.MaxBytesReader(w, r.Body, 10)\n\tout, _ := http.NewRequest("POST", target, r.Body)\n\tio.Copy(w, out.Body)\n}') }), []],
  ['no store in what unpacks archives', 'file-storage', application([], { 'internal/storage/unpack.go': go([], 'func Unpack(in io.Reader) { f, _ := os.Create(name)\n\tio.Copy(f, in)\n}'), 'internal/server/server.go': go([], 'func put(w http.ResponseWriter, r *http.Request) { run(r.Body) }') }), []],
  ['a cache that the code keeps in memory', 'cache', application([], { 'pkg/config/config.go': go([], 'func defaults() {\n\tCacheType.setDefault("memory")\n}') }), ['memory']],
  ['no cache of the word for one of several', 'cache', application([], { 'pkg/config/config.go': go([], 'const CacheTypeMemory = "memory"\nfunc f() bool { return cacheType == "memory" }') }), []],
  ['metrics that are on beside a part that is off', 'monitoring', application(['go.opentelemetry.io/otel/exporters/prometheus v0.67.0'], { 'internal/metrics/metrics.go': go(['go.opentelemetry.io/otel/exporters/prometheus']), 'internal/config/config.go': go([], 'func d(v *viper.Viper) {\n\tv.SetDefault("metrics.enabled", true)\n\tv.SetDefault("analytics.prometheus.enabled", false)\n}') }), ['prometheus']],
  ['logs in files by the adapter of a setting', 'monitoring', application([], { 'conf/app.conf': 'logConfig = {"adapter":"file", "filename": "logs/shop.log"}\n' }), ['log-file']],
  ['sessions of a store of its own behind a signed cookie', 'sessions', application(['github.com/gorilla/sessions v1.2.2', 'github.com/jackc/pgx/v5 v5.5.0'], { 'pkg/auth/cookie/sessionstore.go': go(['github.com/gorilla/sessions', 'github.com/jackc/pgx/v5'], 'func New(keys ...[]byte) *Store { return &Store{codecs: securecookie.CodecsFromPairs(keys...)} }\nfunc (s *Store) Save(session *sessions.Session) error { return pgx.ErrNoRows }') }), ['database']],
  ['files for a browser that an older tool compiles in', 'static-assets', application([], { 'server/server.go': go([], 'var files = &assetfs.AssetFS{Asset: web.Asset}') }), ['bundled']],
  ['a timetable of the program’s own making', 'scheduler', application([], { 'internal/jobs/jobs.go': go([], 'func start(app App) { app.Cron().Add("clean", "0 3 * * *", run) }') }), ['cron']],
  ['no timetable of a comment or a table of words', 'scheduler', application([], { 'internal/jobs/jobs.go': go([], '// c.Add("clean", "0 3 * * *", run)\nvar daily = map[string]string{"@daily": "0 0 * * *"}') }), []],
  ['a package of tools that the program imports', 'mail', application(['gopkg.in/gomail.v2 v2.0.0'], { 'internal/api/api.go': go(['acme.org/shop/tools/mailer']), 'tools/mailer/smtp.go': go(['gopkg.in/gomail.v2']) }), ['smtp']],
  ['no package of tools that only tools import', 'mail', application(['gopkg.in/gomail.v2 v2.0.0'], { 'tools/report/main.go': go(['acme.org/shop/tools/mailer']), 'tools/mailer/smtp.go': go(['gopkg.in/gomail.v2']) }), []],
  ['a timetable', 'scheduler', application(['github.com/robfig/cron/v3 v3.0.1'], { 'internal/cron/cron.go': go(['github.com/robfig/cron/v3']) }), ['cron robfig-cron']],
  ['no timetable of an example', 'scheduler', application(['github.com/robfig/cron/v3 v3.0.1'], { 'plugin/example/clock.go': go(['github.com/robfig/cron/v3']) }), []],
  ['sockets that are accepted', 'realtime', application(['github.com/gorilla/websocket v1.5.3'], { 'internal/ws/hub.go': go(['github.com/gorilla/websocket'], 'var upgrader = websocket.Upgrader{}') }), ['ws']],
  ['no socket that is dialled', 'realtime', application(['github.com/gorilla/websocket v1.5.3'], { 'internal/ws/client.go': go(['github.com/gorilla/websocket'], 'func f() { websocket.DefaultDialer.Dial(u, nil) }') }), []],
  ['a stream of events', 'realtime', application([], { 'internal/http/events.go': go([], 'func f(w http.ResponseWriter) { w.Header().Set("Content-Type", "text/event-stream"); flusher.Flush() }') }), ['sse']],
  ['uploads that are saved', 'file-storage', application([], { 'internal/api/upload.go': go([], 'func f(c *gin.Context) { file, _ := c.FormFile("f"); c.SaveUploadedFile(file, dst) }') }), ['local']],
  ['an import that passes through a temporary file', 'file-storage', application([], { 'cmd/import.go': go([], 'func f(c *gin.Context) { file, _ := c.FormFile("f"); out, _ := os.CreateTemp("", "x") }') }), []],
  ['a bucket that is set', 'file-storage', application(['github.com/aws/aws-sdk-go-v2/service/s3 v1.50.0'], { 'internal/storage/s3.go': go(['github.com/aws/aws-sdk-go-v2/service/s3']), '.env.example': 'S3_BUCKET=files\n' }), ['s3']],
  ['a store that the code chooses unless it is told otherwise', 'file-storage', application(['github.com/aws/aws-sdk-go-v2/service/s3 v1.50.0'], { 'internal/storage/s3.go': go(['github.com/aws/aws-sdk-go-v2/service/s3']), 'internal/common/env_config.go': go([], 'var defaults = Config{\n\tFileBackend:   "filesystem",\n\tS3Bucket: os.Getenv("S3_BUCKET"),\n}') }), ['local  s3']],
  ['a store that is chosen', 'file-storage', application(['github.com/aws/aws-sdk-go-v2/service/s3 v1.50.0'], { 'internal/storage/s3.go': go(['github.com/aws/aws-sdk-go-v2/service/s3']), 'config.yaml': 'storage:\n  type: local\n' }), ['local  s3']],
  ['a front end inside the program', 'static-assets', application([], { 'web/embed.go': 'package web\n\n//go:embed all:dist\nvar files embed.FS\n', 'internal/static/static.go': 'package static\n\n//go:embed dist/*\nvar files embed.FS\n' }), ['bundled']],
  ['a single file that a page asks for as no front end', 'static-assets', application([], { 'x/auth/handler.go': 'package auth\n\n//go:embed js/login.js\nvar script []byte\n' }), []],
  ['a front end in a folder that is called after what is public', 'static-assets', application([], { 'public/public.go': 'package public\n\n//go:embed all:dist\nvar files embed.FS\n' }), ['bundled']],
  ['mail of the standard library under another name', 'mail', application([], { 'services/email/smtp.go': go([], 'func send() { c, err := gosmtp.NewClient(conn, host) }') }), ['smtp']],
  ['mail of a fork of a known library', 'mail', application([], { 'courier/smtp.go': go(['acme.org/mail/v3'], 'func send() { m := gomail.NewMessage() }') }), ['smtp']],
  ['a search that the database does', 'search', application([postgres], { 'store/post.go': go([], 'const find = "SELECT * FROM posts WHERE doc @@ to_tsquery($1)"') }), ['database']],
  ['no search of a comment', 'search', application([postgres], { 'store/post.go': go([], '// to_tsquery is slow') }), []],
  ['jobs that wait in the process', 'queue', application([], { 'pkg/worker/worker.go': go([], 'type Worker struct {\n\tqueue chan Task\n}') }), ['memory']],
  ['jobs that wait in a list', 'queue', application([], { 'pkg/job/manager.go': go([], 'type Manager struct {\n\tqueue     []*Job\n}') }), ['memory']],
  ['jobs that are put into a channel', 'queue', application([], { 'pkg/worker/pool.go': go([], 'func (p *Pool) Push(jobs []Job) { for _, j := range jobs { p.c <- j } }\nfunc New() *Pool { return &Pool{c: make(chan Job, size)} }') }), ['memory']],
  ['no queue in what is handed over at once', 'queue', application([], { 'pkg/worker/pool.go': go([], 'func (p *Pool) Push(j Job) { p.c <- j }\nfunc New() *Pool { return &Pool{c: make(chan Job, 1)} }') }), []],
  ['messages that wait in a table', 'queue', application([postgres], { 'store/sql/courier.go': go([], 'func (p *Persister) NextMessages(limit int) ([]Message, error) { return sql.ErrNoRows }') }), ['database']],
  ['jobs of a table by the store that takes them', 'queue', application([postgres], { 'store/database/job.go': go([], 'func (s *jobStore) ListReady(limit int) ([]*Job, error) { return db.Select(jobs) }') }), ['database']],
  ['mails that a worker looks for each minute', 'queue', application([postgres], { 'worker/worker.go': go([], 'func (w *Worker) Start() { for t := range time.Tick(time.Minute) { models.GetQueuedMails(t) } }') }), ['database']],
  ['a table whose rows workers lock', 'queue', application([postgres], { 'store/queue.go': go([], 'const next = `SELECT id FROM jobs FOR UPDATE\nSKIP LOCKED`') }), ['database']],
  ['who is logged in by a cookie of the program', 'sessions', application([], { 'app/web/context.go': go([], 'func login(w http.ResponseWriter) { http.SetCookie(w, &http.Cookie{Name: CookieAuthName}) }') }), ['cookie']],
  ['no cookie of a sign-in elsewhere', 'sessions', application([], { 'auth/method/http.go': go([], 'func login(w http.ResponseWriter) { http.SetCookie(w, &http.Cookie{Name: tokenCookieKey})\nhttp.SetCookie(w, &http.Cookie{Name: stateCookieKey}) }') }), []],
  ['no cookie of a preference', 'sessions', application([], { 'app/web/theme.go': go([], 'func theme(w http.ResponseWriter) { http.SetCookie(w, &http.Cookie{Name: "theme"}) }') }), []],
  ['films that are cut into pieces', 'video', application([], { 'pkg/media/stream.go': go([], 'const MimeHLS string = "application/vnd.apple.mpegurl"\nvar encoder = "ffmpeg"') }), ['hls']],
  ['no films in a table of types', 'video', application([], { 'files/mime.go': go([], 'var types = map[string]string{\n\t".m3u8": "application/vnd.apple.mpegurl",\n}') }), []],
  ['logs in the folder that production starts with', 'monitoring', application([], { 'docker-compose.yml': 'services:\n  shop:\n    image: acme/shop\n    restart: always\n    command: --log-dir /app/logs\n    ports: ["80:80"]\n' }), ['log-file']],
  ['no metrics that a variable leaves off', 'monitoring', application(['github.com/prometheus/client_golang v1.20.0'], { 'internal/metrics/metrics.go': go(['github.com/prometheus/client_golang/prometheus']), 'app/pkg/env/env.go': go([], 'type config struct {\n\tMetrics struct {\n\t\tEnabled bool `env:"METRICS_ENABLED,default=false"`\n\t}\n}') }), []],
  ['files in the database unless a variable says otherwise', 'file-storage', application([postgres, 'github.com/aws/aws-sdk-go-v2/service/s3 v1.50.0'], { 'services/blob/s3.go': go(['github.com/aws/aws-sdk-go-v2/service/s3']), 'app/pkg/env/env.go': go([], 'type config struct {\n\tType string `env:"BLOB_STORAGE,default=sql"`\n}') }), ['database  s3']],
  ['a store of whole files', 'file-storage', application([], { 'store/image/fs_store.go': go([], 'func (f *Files) Save(id string, img []byte) error { return os.WriteFile(dst, img, 0o600) }\nfunc (f *Files) Delete(id string) error { return os.Remove(id) }'), 'rest/api/rest.go': go([], 'func add(r *http.Request) { r.FormFile("file") }') }), ['local']],
  ['the mode of a cache', 'cache', application([], { 'types/config.go': go([], 'type Config struct {\n\tMode CacheMode `envconfig:"LAST_CACHE_MODE" default:"inmemory"`\n}') }), ['memory']],
  ['a cache of the process by its library', 'cache', application(['github.com/go-pkgz/lcw/v2 v2.1.0'], { 'rest/api/rest.go': go(['github.com/go-pkgz/lcw/v2']) }), ['memory']],
  ['the engine in the name of the database', 'relational-database', application([mysql, sqlite], { 'config.json': '{ "db_name": "sqlite3", "db_path": "shop.db" }' }), ['sqlite  mysql']],
  ['a credential that the code names as a setting', 'secrets', application([], { 'driver/config/config.go': go([], 'const (\n\tkeyCookies   = "secrets.cookie"\n)') }), ['config-file']],
  ['no database of a step that users put together with others', 'relational-database', application([sqlite, redis, 'github.com/minio/minio-go/v7 v7.0.0'], { 'runtime/builtin/sql/client.go': go(['modernc.org/sqlite']), 'runtime/builtin/redis/client.go': go(['github.com/redis/go-redis/v9']), 'runtime/builtin/s3/client.go': go(['github.com/minio/minio-go/v7']) }), []],
  ['a database whose driver is one of few plug-ins', 'relational-database', application([sqlite, redis], { 'internal/plugins/sql/client.go': go(['modernc.org/sqlite']), 'internal/plugins/redis/client.go': go(['github.com/redis/go-redis/v9']) }), ['sqlite']],
  ['a store of files by its type, and no word for one of several', 'file-storage', application([], { 'pkg/blob/fs.go': go([], 'type FilesystemStore struct {\n\tpath string\n}'), 'config/enums.go': go([], 'const (\n\tBlobStorageTypeDatabase BlobStorageType = "database"\n)') }), ['local']],
  ['no templates as a front end', 'static-assets', application([], { 'internal/static/static.go': 'package static\n\n//go:embed templates/*.html\nvar files embed.FS\n' }), []],
  ['mail', 'mail', application(['gopkg.in/gomail.v2 v2.0.0'], { 'internal/mail/mail.go': go(['gopkg.in/gomail.v2']), '.env.example': 'SMTP_HOST=mail\n' }), ['smtp']],
  ['no mail of several services that nobody chose', 'mail', application(['github.com/sendgrid/sendgrid-go v3.14.0', 'github.com/resend/resend-go/v2 v2.0.0'], { 'internal/mail/mail.go': go(['github.com/sendgrid/sendgrid-go', 'github.com/resend/resend-go/v2']) }), []],
  ['sessions in a cookie', 'sessions', application(['github.com/gorilla/sessions v1.3.0'], { 'internal/session/session.go': go(['github.com/gorilla/sessions'], 'var store = sessions.NewCookieStore(key)') }), ['cookie']],
  ['sessions in Redis', 'sessions', application(['github.com/gin-contrib/sessions v1.0.1'], { 'internal/session/session.go': go(['github.com/gin-contrib/sessions/redis']) }), ['redis']],
  ['sessions in a table of its own', 'sessions', application([postgres], { 'internal/database/migrations.go': go([], 'const sql = `CREATE TABLE IF NOT EXISTS user_sessions (id text)`') }), ['database']],
  ['error tracking', 'monitoring', application(['github.com/getsentry/sentry-go v0.27.0'], { 'internal/log/sentry.go': go(['github.com/getsentry/sentry-go']) }), ['sentry']],
  ['no error tracking without an address', 'monitoring', application(['github.com/getsentry/sentry-go v0.27.0'], { 'internal/log/sentry.go': go(['github.com/getsentry/sentry-go']), '.env.example': 'SENTRY_DSN=\n' }), []],
  ['the engine of a datastore', 'relational-database', application(three, { 'docker-compose.yml': 'services:\n  shop:\n    build: .\n    environment:\n      - SHOP_DATASTORE_ENGINE=postgres\n' }), ['postgresql  mysql|sqlite']],
  ['a credential of a flag', 'secrets', application([], { 'cmd/cmd.go': go([], 'var flag = cli.StringFlag{Name: "aws-secret-key", EnvVars: []string{"AWS_SECRET_KEY"}}') }), ['env']],
  ['the broker that a variable names', 'queue', application(['github.com/rabbitmq/amqp091-go v1.10.0', postgres], { 'internal/msgqueue/queue.go': go(['github.com/rabbitmq/amqp091-go']), '.env.example': 'SERVER_MSGQUEUE_KIND=postgres\n' }), ['database']],
  ['no image that only measures coverage', 'compute', application([], { 'Dockerfile.coverage': 'FROM golang:1.26\nRUN go build .\n' }), ['go']],
  ['a credential of the configuration file', 'secrets', application([], { 'config.yml': 'session:\n  secret: change-me\n' }), ['env']],
  ['no switch as a credential', 'secrets', application([], { 'conf/app.ini': '[repository]\nFORCE_PRIVATE = false\n[ssh]\nMINIMUM_KEY_SIZE_CHECK = 2048\n' }), []],
  ['a timetable of a fork', 'scheduler', application(['github.com/gogs/cron v0.0.0-20171120032916-9f6c956d3e14'], { 'internal/cron/cron.go': go(['github.com/gogs/cron']) }), ['cron robfig-cron']],
  ['no credential that a bundler writes into the front end', 'secrets', application([], { 'web/.env.production': 'VITE_API_KEY=abc\n' }), []],
  ['no configuration of tests', 'secrets', application([], { 'internal/config/test_resources/config.yml': 'session:\n  secret: change-me\n' }), []],
  ['no upload in a form that is only parsed', 'file-storage', application([], { 'internal/handlers/token.go': go([], 'func f(r *http.Request) { r.ParseMultipartForm(10) }'), 'internal/storage/export.go': go([], 'func g() { os.Create(path) }') }), []],
  ['sessions of fasthttp', 'sessions', application(['github.com/fasthttp/session/v2 v2.5.9', redis], { 'internal/session/provider_config.go': go(['github.com/fasthttp/session/v2/providers/redis']) }), ['redis']],
  ['a front end in a block of variables', 'static-assets', application([], { 'internal/server/asset.go': 'package server\n\nvar (\n\t//go:embed public_html\n\tassets embed.FS\n)\n' }), ['bundled']],
  ['credentials in variables', 'secrets', application([], { '.env.example': 'JWT_SECRET=change\n' }), ['env']],
  ['an image', 'compute', application([], { Dockerfile: 'FROM golang:1.24 AS build\nRUN go build -o /app\nFROM alpine\nCOPY --from=build /app /app\n' }), ['container  go']],
  ['a program on a server', 'compute', application([], {}), ['go']],
  ['a function', 'compute', application(['github.com/aws/aws-lambda-go v1.47.0'], { 'cmd/lambda/main.go': `package main\n\nimport "github.com/aws/aws-lambda-go/lambda"\n` }), ['serverless aws-lambda-go']],
];

describe('Go: needs', () => {
  for (const [name, id, files, expected] of cases) {
    it(`${id}: ${name}`, async () => {
      assert.deepEqual(await technologies(files, id), expected);
    });
  }

  it('points at the value that decides, and keeps no credential', async () => {
    const { needs, proof, scopes } = await readWorkspace(application(three, { 'config.yaml': 'database:\n  driver: mysql\n  dsn: root:s3cr3t@tcp(db:3306)/shop\n  password: s3cr3t\n' }));
    const database = needs.find(({ id }) => id === 'relational-database');
    assert.ok(database !== undefined);
    assert.equal(proof(database)[0], 'config.yaml:mysql');
    assert.doesNotMatch(JSON.stringify(scopes.map(({ facts }) => facts)), /s3cr3t/);
  });

  it('never throws and points inside the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('import (\n', '"github.com/lib/pq"\n', ')', 'sql.Open("postgres"', 'driver = "mysql"', '//', '/*', '`', '"', 'package main\n', 'func main() {', 'require (\n', ' // indirect\n', '\r\n', '\uFEFF') }), (text) => {
        for (const extract of [extractGo, extractGoMod]) {
          for (const { at } of extract({ path: 'go.mod', text }).facts) assert.ok(at.range.start >= 0 && at.range.start <= at.range.end && at.range.end <= text.length);
        }
      }),
    );
  });
});
