import { everywhere } from '../everywhere';

/** A web framework whose applications show themselves in code. */
export interface WebFramework {
  readonly id: string;
  /** Distributions on PyPI that bring it. */
  readonly packages: readonly string[];
  /** Where the application object is made. */
  readonly entry: RegExp;
  /** What the same file imports. */
  readonly imports: RegExp;
  readonly example: string;
  /** Pages written as a script: where a server stands beside, the application is that one. */
  readonly isPage?: boolean;
}

/** Frameworks built on others come before them: a file that makes both is the former's. */
export const webFrameworks: readonly WebFramework[] = [
  { id: 'fastapi', packages: ['fastapi', 'fastapi-slim', 'fastapi-cli', 'fastapi-utils', 'fastapi-pagination'], entry: /(?<!class )\bFastAPI\s*\(|\bclass \w+\((?:\w+\.)?FastAPI\)/, imports: /\bfastapi\b/, example: 'app = FastAPI()' },
  { id: 'litestar', packages: ['litestar', 'starlite'], entry: /(?<!class )\b(?:Litestar|Starlite)\s*\(/, imports: /\b(?:litestar|starlite)\b/, example: 'app = Litestar([index])' },
  { id: 'quart', packages: ['quart'], entry: /(?<!class )\bQuart\s*\(\s*[\w"']/, imports: /\bquart\b/, example: 'app = Quart(__name__)' },
  { id: 'flask', packages: ['flask', 'connexion', 'apiflask', 'flask-openapi3', 'flask-appbuilder', 'flask-restful', 'flask-restx', 'flask-smorest', 'flask-sqlalchemy', 'flask-security-too'], entry: /(?<!class )\b(?:[A-Z]\w{0,30}Flask|Flask|FlaskApp|App)\s*\(\s*(?:__name__|import_name|["'\w])|\bclass \w+\((?:[\w.]{1,60},\s*){0,4}(?:\w+\.)?(?:API)?Flask\)/, imports: /\b(?:flask|connexion|apiflask|flask_openapi3)\b/, example: 'app = Flask(__name__)' },
  { id: 'sanic', packages: ['sanic'], entry: /(?<!class )\bSanic\s*\(\s*[\w"']/, imports: /\bsanic\b/, example: 'app = Sanic("shop")' },
  { id: 'falcon', packages: ['falcon'], entry: /\bfalcon\.(?:asgi\.)?(?:App|API)\s*\(/, imports: /\bfalcon\b/, example: 'app = falcon.App()' },
  { id: 'aiohttp', packages: ['aiohttp'], entry: /\bweb\.Application\s*\(/, imports: /\bfrom aiohttp import[^\n]*\bweb\b|\baiohttp\.web\b/, example: 'app = web.Application()' },
  { id: 'tornado', packages: ['tornado'], entry: /\b(?:tornado\.)?web\.Application\s*\(|\bclass \w+\((?:tornado\.)?(?:web\.)?Application\)/, imports: /\btornado\b/, example: 'app = tornado.web.Application([])' },
  { id: 'pyramid', packages: ['pyramid'], entry: /\bConfigurator\s*\(/, imports: /\bpyramid\b/, example: 'config = Configurator(settings=settings)' },
  { id: 'bottle', packages: ['bottle'], entry: /(?<!class )\bBottle\s*\(|\bbottle\.run\s*\(/, imports: /\bbottle\b/, example: 'app = Bottle()' },
  { id: 'chalice', packages: ['chalice'], entry: /(?<!class )\bChalice\s*\(/, imports: /\bchalice\b/, example: "app = Chalice(app_name='shop')" },
  { id: 'grpc', packages: ['grpcio'], entry: /\bgrpc\.(?:aio\.)?server\s*\(/, imports: /\bgrpc\b/, example: 'server = grpc.server(executor)' },
  { id: 'starlette', packages: ['starlette'], entry: /(?<!class )\bStarlette\s*\(/, imports: /\bstarlette\b/, example: 'app = Starlette(routes=routes)' },
  { id: 'streamlit', packages: ['streamlit'], entry: /\bst\.(?:set_page_config|title|header|subheader|sidebar|navigation|markdown|columns|button|dataframe|\w{1,20}_chart)\b/, imports: /\bimport streamlit\b/, example: 'st.set_page_config(page_title="Shop")', isPage: true },
  { id: 'dash', packages: ['dash'], entry: /(?<!class )\b(?:dash\.)?Dash\s*\(/, imports: /\b(?:import dash\b|from dash import)/, example: 'app = Dash(__name__)', isPage: true },
  { id: 'gradio', packages: ['gradio'], entry: /\b(?:gr|gradio)\.(?:Blocks|Interface|ChatInterface)\s*\(/, imports: /\bimport gradio\b/, example: 'demo = gr.Blocks()', isPage: true },
];

export const webFrameworkIds: ReadonlySet<string> = new Set(webFrameworks.map(({ id }) => id));

const any = /FastAPI|Litestar|Starlite|Quart|Flask|connexion|Sanic|falcon|web\.Application|tornado|Configurator|ottle|Chalice|Starlette|grpc\.|streamlit|Dash\s*\(|gradio/;

/** The framework whose application object a text makes, and where. */
export function entryOf(text: string): { readonly framework: WebFramework; readonly start: number; readonly end: number } | null {
  if (!any.test(text)) return null;
  for (const framework of webFrameworks) {
    if (!framework.imports.test(text)) continue;
    const matches = everywhere(framework.entry);
    for (let match = matches.exec(text), tries = 0; match !== null && tries < 10; match = matches.exec(text), tries += 1) {
      const line = text.slice(text.lastIndexOf('\n', match.index) + 1, match.index);
      if (!/#|^\s*>>>|`/.test(line)) return { framework, start: match.index, end: match.index + match[0].length };
    }
  }
  return null;
}
