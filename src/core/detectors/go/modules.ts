import { databaseDrivers, goLibraries, mappers } from './technologies';

/** Clients of Redis: a cache, a session store or a queue, as the rest of the code tells. */
export const redisClients = ['github.com/redis/go-redis', 'github.com/go-redis/redis', 'github.com/gomodule/redigo', 'github.com/garyburd/redigo', 'github.com/redis/rueidis', 'github.com/valkey-io/valkey-go', 'github.com/valkey-io/valkey-glide', 'github.com/go-redis/cache', 'github.com/mediocregopher/radix', 'github.com/hoisie/redis'];
export const memcachedClients = ['github.com/bradfitz/gomemcache', 'github.com/memcachier/mc'];
export const memoryCaches = ['github.com/patrickmn/go-cache', 'github.com/dgraph-io/ristretto', 'github.com/allegro/bigcache', 'github.com/coocood/freecache', 'github.com/jellydator/ttlcache', 'github.com/ReneKroon/ttlcache', 'github.com/maypok86/otter', 'github.com/segmentfault/pacman/contrib/cache/memory', 'github.com/eko/gocache', 'github.com/Xhofe/go-cache', 'github.com/TwiN/gocache', 'github.com/go-pkgz/lcw', 'github.com/go-pkgz/expirable-cache', 'github.com/golang/groupcache', 'github.com/karlseguin/ccache', 'github.com/bluele/gcache', 'github.com/muesli/cache2go', 'github.com/VictoriaMetrics/fastcache', 'github.com/elastic/go-freelru', 'github.com/hashicorp/golang-lru'];

export interface StorageModule {
  readonly technology: string;
  readonly modules: readonly string[];
}

export const storages: readonly StorageModule[] = [
  { technology: 's3', modules: ['github.com/aws/aws-sdk-go-v2/service/s3', 'github.com/aws/aws-sdk-go-v2/feature/s3/manager', 'github.com/aws/aws-sdk-go/service/s3', 'github.com/rhnvrm/simples3'] },
  { technology: 'minio', modules: ['github.com/minio/minio-go'] },
  { technology: 'gcs', modules: ['cloud.google.com/go/storage'] },
  { technology: 'azure', modules: ['github.com/Azure/azure-sdk-for-go/sdk/storage/azblob', 'github.com/Azure/azure-storage-blob-go'] },
  { technology: 'cloudinary', modules: ['github.com/cloudinary/cloudinary-go'] },
];

export const mailers: readonly StorageModule[] = [
  { technology: 'smtp', modules: ['gopkg.in/gomail.v2', 'github.com/go-gomail/gomail', 'github.com/casdoor/gomail', 'gopkg.in/mail.v2', 'github.com/wneessen/go-mail', 'github.com/go-mail/mail', 'github.com/jordan-wright/email', 'github.com/xhit/go-simple-mail', 'github.com/domodwyer/mailyak', 'github.com/knadh/smtppool', 'github.com/emersion/go-smtp'] },
  { technology: 'ses', modules: ['github.com/aws/aws-sdk-go-v2/service/sesv2', 'github.com/aws/aws-sdk-go-v2/service/ses', 'github.com/aws/aws-sdk-go/service/ses', 'github.com/aws/aws-sdk-go/service/sesv2'] },
  { technology: 'sendgrid', modules: ['github.com/sendgrid/sendgrid-go'] },
  { technology: 'mailgun', modules: ['github.com/mailgun/mailgun-go'] },
  { technology: 'postmark', modules: ['github.com/keighl/postmark', 'github.com/mrz1836/postmark'] },
  { technology: 'resend', modules: ['github.com/resend/resend-go', 'github.com/resendlabs/resend-go'] },
];

export const sessionModules: readonly StorageModule[] = [
  { technology: 'redis', modules: ['github.com/gin-contrib/sessions/redis', 'github.com/boj/redistore', 'github.com/alexedwards/scs/redisstore', 'github.com/alexedwards/scs/goredisstore', 'github.com/rbcervilla/redisstore', 'github.com/zerodha/simplesessions/stores/redis', 'github.com/go-session/redis', 'github.com/go-chi/session/redis', 'gitea.com/go-chi/session/redis', 'github.com/fasthttp/session/providers/redis'] },
  { technology: 'database', modules: ['github.com/gin-contrib/sessions/postgres', 'github.com/gin-contrib/sessions/gorm', 'github.com/antonlindstrom/pgstore', 'github.com/alexedwards/scs/postgresstore', 'github.com/alexedwards/scs/pgxstore', 'github.com/alexedwards/scs/mysqlstore', 'github.com/alexedwards/scs/sqlite3store', 'github.com/alexedwards/scs/gormstore', 'github.com/srinathgs/mysqlstore', 'github.com/wader/gormstore', 'github.com/zerodha/simplesessions/stores/postgres', 'github.com/michaeljs1990/sqlitestore', 'github.com/fasthttp/session/providers/postgre', 'github.com/fasthttp/session/providers/mysql', 'github.com/fasthttp/session/providers/sqlite3'] },
  { technology: 'memcached', modules: ['github.com/gin-contrib/sessions/memcached', 'github.com/bradleypeabody/gorilla-sessions-memcache'] },
  { technology: 'mongodb', modules: ['github.com/gin-contrib/sessions/mongo'] },
  { technology: 'cookie', modules: ['github.com/gin-contrib/sessions/cookie', 'github.com/zerodha/simplesessions/stores/securecookie', 'github.com/antonlindstrom/cookiestore'] },
];
/** Kept in memory unless another store is given. */
export const memorySessions = ['github.com/alexedwards/scs', 'github.com/gofiber/fiber/middleware/session', 'github.com/gofiber/session', 'github.com/zerodha/simplesessions/stores/memory', 'github.com/gin-contrib/sessions/memstore', 'github.com/fasthttp/session'];
/** The code says which store. */
export const codedSessions = ['github.com/gorilla/sessions', 'github.com/labstack/echo-contrib/session'];
export const lambda = 'github.com/aws/aws-lambda-go';

interface KnownModule {
  readonly module: string;
  readonly use?: RegExp;
}

const known: readonly KnownModule[] = [
  ...goLibraries.flatMap(({ modules, use }) => modules.map((module) => ({ module, ...(use === undefined ? {} : { use }) }))),
  ...[...databaseDrivers.flatMap(([, modules]) => modules), ...mappers, ...redisClients, ...memcachedClients, ...memoryCaches, ...[...storages, ...mailers, ...sessionModules].flatMap(({ modules }) => modules), ...memorySessions, ...codedSessions, lambda].map((module) => ({ module })),
].sort((a, b) => b.module.length - a.module.length);

/** Import paths repeat over the files of a repository. */
const memory = new Map<string, KnownModule | undefined>();

/** The longest known module that an import path lies in. */
export function knownModule(path: string): KnownModule | undefined {
  if (!path.includes('.')) return undefined;
  if (memory.has(path)) return memory.get(path);
  const found = known.find(({ module }) => path === module || path.startsWith(`${module}/`));
  if (memory.size > 5_000) memory.clear();
  memory.set(path, found);
  return found;
}
