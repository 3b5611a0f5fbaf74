/** Frameworks that answer HTTP: id and the modules that bring them, the most specific first. */
export const goFrameworks: readonly (readonly [string, readonly string[]])[] = [
  ['buffalo', ['github.com/gobuffalo/buffalo']],
  ['pocketbase', ['github.com/pocketbase/pocketbase']],
  ['kratos', ['github.com/go-kratos/kratos']],
  ['go-zero', ['github.com/zeromicro/go-zero', 'github.com/tal-tech/go-zero']],
  ['gin', ['github.com/gin-gonic/gin']],
  ['echo', ['github.com/labstack/echo']],
  ['fiber', ['github.com/gofiber/fiber']],
  ['iris', ['github.com/kataras/iris']],
  ['hertz', ['github.com/cloudwego/hertz']],
  ['revel', ['github.com/revel/revel']],
  ['huma', ['github.com/danielgtaylor/huma']],
  ['goframe', ['github.com/gogf/gf']],
  ['beego', ['github.com/beego/beego', 'github.com/astaxie/beego']],
  ['macaron', ['gopkg.in/macaron.v1', 'gitea.com/macaron/macaron']],
  ['flamego', ['github.com/flamego/flamego']],
  ['chi', ['github.com/go-chi/chi']],
  ['gorilla', ['github.com/gorilla/mux']],
  ['httprouter', ['github.com/julienschmidt/httprouter']],
  ['fasthttp', ['github.com/valyala/fasthttp', 'github.com/fasthttp/router']],
  ['connect', ['connectrpc.com/connect', 'github.com/bufbuild/connect-go']],
  ['gqlgen', ['github.com/99designs/gqlgen']],
  ['grpc', ['google.golang.org/grpc']],
];

/** Of the standard library, or of a framework that is not known. */
export const plainGo = 'go';

export const goFrameworkIds: ReadonlySet<string> = new Set([...goFrameworks.map(([id]) => id), plainGo]);
