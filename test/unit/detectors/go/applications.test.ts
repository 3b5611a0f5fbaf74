import { strict as assert } from 'node:assert';
import { readWorkspace, type Files } from '../../support/workspace';

const main = 'package main\n\nfunc main() {\n}\n';
const serving = 'package main\n\nimport "net/http"\n\nfunc main() {\n\thttp.ListenAndServe(":8080", nil)\n}\n';
const mod = (...required: readonly string[]): string => `module github.com/acme/shop/v2\n\ngo 1.24\n\nrequire (\n${required.map((line) => `\t${line}\n`).join('')})\n`;

async function found(files: Files): Promise<readonly string[]> {
  const { applications } = await readWorkspace(files);
  return applications.map(({ root, name, framework, frameworkVersion }) => `${root} ${name} ${framework} ${frameworkVersion ?? '-'}`).sort();
}

describe('Go: what is an application', () => {
  const cases: readonly (readonly [string, Files, readonly string[]])[] = [
    ['a program of a web framework', { 'go.mod': mod('github.com/gin-gonic/gin v1.10.0'), 'main.go': main }, ['. shop gin 1']],
    ['a program below cmd', { 'go.mod': mod('github.com/labstack/echo/v4 v4.13.0'), 'cmd/server/main.go': main }, ['. shop echo 4']],
    ['a single requirement without a block', { 'go.mod': 'module x.org/api\nrequire github.com/go-chi/chi/v5 v5.2.0\n', 'main.go': main }, ['. api chi 5']],
    ['a server of the standard library that keeps data', { 'go.mod': mod('github.com/lib/pq v1.10.9'), 'main.go': serving }, ['. shop go -']],
    ['a server of the standard library that is deployed', { 'go.mod': mod(), 'main.go': serving, Procfile: 'web: shop' }, ['. shop go -']],
    ['a module below a folder', { 'server/go.mod': mod('github.com/gofiber/fiber/v2 v2.52.0'), 'server/main.go': main }, ['server shop fiber 2']],
    ['several modules', { 'api/go.mod': 'module a/api\nrequire github.com/gin-gonic/gin v1.9.0\n', 'api/main.go': main, 'worker/go.mod': 'module a/worker\nrequire github.com/lib/pq v1.10.9\n', 'worker/main.go': serving }, ['api api gin 1', 'worker worker go -']],
    ['a web framework before a helper of another one', { 'go.mod': mod('github.com/astaxie/beego v1.12.0', 'github.com/gin-gonic/gin v1.4.0'), 'main.go': main }, ['. shop gin 1']],
    ['a router of fasthttp', { 'go.mod': mod('github.com/fasthttp/router v1.5.4', 'github.com/spf13/cobra v1.10.0'), 'cmd/shop/main.go': main }, ['. shop fasthttp 1']],
    ['a router of the standard library before RPC', { 'go.mod': mod('github.com/urfave/negroni v1.0.0', 'google.golang.org/grpc v1.70.0', 'github.com/spf13/cobra v1.10.0'), 'main.go': main }, ['. shop go -']],
    ['a server of the standard library that keeps data by a mapper', { 'go.mod': mod('github.com/jmoiron/sqlx v1.4.0', 'github.com/spf13/cobra v1.10.0'), 'main.go': main, 'cmd/daemon/serve.go': serving }, ['. shop go -']],
    ['a module that an example requires', { 'api/go.mod': 'module acme.org/api\nrequire github.com/go-pkgz/routegroup v1.6.1\n', 'api/app/main.go': main, 'api/_example/store/go.mod': 'module acme.org/store\nrequire acme.org/api v1.0.0\n' }, ['api api go -']],
    ['no tools of a library of RPC beside the server', { 'go.mod': mod('github.com/gin-gonic/gin v1.10.0', 'github.com/acme/kit v0.0.0'), 'main.go': main, 'kit/go.mod': 'module github.com/acme/kit\nrequire (\n\tconnectrpc.com/connect v1.20.0\n\tgithub.com/jackc/pgx/v5 v5.7.0\n)\n', 'kit/strength/main.go': main }, ['. shop gin 1']],
    ['a program that is released from the examples of its framework', { 'go.mod': mod('modernc.org/sqlite v1.33.0'), 'apis/serve.go': 'package apis\n\nfunc Serve() { http.ListenAndServe(":80", nil) }\n', 'examples/base/main.go': main, '.goreleaser.yaml': 'builds:\n  - id: shop\n    main: ./examples/base\n' }, ['. shop go -']],
    ['no program of examples that nobody releases', { 'go.mod': mod('modernc.org/sqlite v1.33.0'), 'apis/serve.go': 'package apis\n\nfunc Serve() { http.ListenAndServe(":80", nil) }\n', 'examples/base/main.go': main, '.goreleaser.yaml': 'builds:\n  - skip: true\n    main: ./examples/base\n  - main: "./build/{{ .ProjectName }}"\n' }, []],
    ['no library', { 'go.mod': mod('github.com/gin-gonic/gin v1.10.0'), 'shop.go': 'package shop\n' }, []],
    ['no indirect requirement', { 'go.mod': mod('github.com/gin-gonic/gin v1.10.0 // indirect'), 'main.go': main }, []],
    ['no command-line tool', { 'go.mod': mod('github.com/spf13/cobra v1.8.0'), 'main.go': main }, []],
    ['no tool that serves a preview', { 'go.mod': mod('github.com/spf13/cobra v1.8.0'), 'main.go': serving, Dockerfile: 'FROM alpine\nEXPOSE 80' }, []],
    ['no example of a library', { 'go.mod': mod('github.com/gin-gonic/gin v1.10.0'), 'cmd/tools/gen/main.go': main, 'plugin/clock/main.go': main }, []],
    ['nothing that is broken', { 'go.mod': 'require (\n\tgithub.com/gin-gonic/gin', 'main.go': 'package main\nfunc main() {' }, []],
  ];
  for (const [name, files, expected] of cases) {
    it(name, async () => {
      assert.deepEqual(await found(files), expected);
    });
  }

  it('includes the image that builds a module below a folder', async () => {
    const { applications } = await readWorkspace({ 'server/go.mod': mod('github.com/gin-gonic/gin v1.10.0'), 'server/main.go': main, Dockerfile: 'FROM golang:1.24 AS build\nCOPY server/ .\nRUN go build -o /app .\nFROM alpine\n' });
    assert.deepEqual(applications.map(({ includes }) => includes), [['Dockerfile']]);
  });
});
