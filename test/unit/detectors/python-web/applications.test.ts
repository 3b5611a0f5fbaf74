import { strict as assert } from 'node:assert';
import { entryOf, webFrameworks } from '../../../../src/core/detectors/python-web/frameworks';
import { webMarkers } from '../../../../src/core/detectors/python-web/markers';
import { readWorkspace, type Files } from '../../support/workspace';

const flask = "from flask import Flask\n\napp = Flask(__name__)\n";
const fastapi = 'from fastapi import FastAPI\n\napp = FastAPI()\n';

async function applicationsOf(files: Files): Promise<readonly string[]> {
  const { applications } = await readWorkspace(files);
  return applications.map(({ root, framework, frameworkVersion }) => `${root} ${framework} ${frameworkVersion ?? '-'}`).sort();
}

describe('Applications of Flask, FastAPI and their like', () => {
  it('knows each framework by its application object', () => {
    for (const { id, packages, example } of webFrameworks) {
      const [name = ''] = packages;
      const text = `from ${name} import web, *\nimport ${name}\n\n${example}\n`;
      assert.equal(entryOf(text)?.framework.id, id, example);
    }
  });

  it('takes no comment, prompt or class of a framework for an application', () => {
    for (const text of ['from flask import Flask\n# app = Flask(__name__)\n', 'import fastapi\n"""\n>>> app = FastAPI()\n"""\n', 'import fastapi\nclass FastAPI(Starlette):\n    pass\n', 'app = FastAPI()\n']) assert.equal(entryOf(text), null, text);
  });

  const cases: readonly (readonly [string, Files, readonly string[]])[] = [
    ['a script beside its requirements', { 'requirements.txt': 'Flask==3.0.2\n', 'app.py': flask }, ['. flask 3.0']],
    ['a server of RPC in an image', { 'mail/requirements.txt': 'grpcio==1.76.0\n', 'mail/email_server.py': 'import grpc\nserver = grpc.server(executor)\n', 'mail/Dockerfile': 'FROM python:3.14\nENTRYPOINT ["python", "email_server.py"]\n' }, ['mail grpc 1.76']],
    ['a script that an image starts and that opens a port', { 'agent/requirements.txt': 'fastapi==0.115.0\n', 'agent/src/brain/thinker.py': fastapi, 'agent/start.py': 'import asyncio\n', 'agent/Dockerfile': 'FROM python:3.14\nEXPOSE ${PORT}\nCMD ["python", "start.py"]\n' }, ['agent fastapi 0.115']],
    ['no script that an image starts and that opens none', { 'agent/requirements.txt': 'fastapi==0.115.0\n', 'agent/start.py': 'import asyncio\n', 'agent/Dockerfile': 'FROM python:3.14\nCMD ["python", "start.py"]\n' }, []],
    ['no client of RPC in an image', { 'mail/requirements.txt': 'grpcio==1.76.0\n', 'mail/email_client.py': 'import grpc\nchannel = grpc.insecure_channel(address)\n', 'mail/Dockerfile': 'FROM python:3.14\nENTRYPOINT ["python", "email_client.py"]\n' }, []],
    ['a service whose file is called after it', { 'assistant/requirements.txt': 'flask==3.1.3\n', 'assistant/shoppingassistantservice.py': flask, 'assistant/Dockerfile': 'FROM python:3.14\nENTRYPOINT ["python", "shoppingassistantservice.py"]\n' }, ['assistant flask 3.1']],
    ['a back end beside a front end', { 'backend/pyproject.toml': '[project]\nname = "app"\ndependencies = ["fastapi[standard]>=0.115,<1"]\n', 'backend/app/main.py': fastapi, 'frontend/package.json': '{"scripts":{"build":"vite build"},"dependencies":{"react":"19"},"devDependencies":{"vite":"6"}}', 'frontend/index.html': '' }, ['backend fastapi 0.115', 'frontend react 19']],
    ['two services with manifests of their own', { 'services/a/requirements.txt': 'fastapi\n', 'services/a/main.py': fastapi, 'services/b/requirements.txt': 'flask\n', 'services/b/app.py': flask }, ['services/a fastapi -', 'services/b flask -']],
    ['a factory elsewhere, started by the image', { 'requirements.txt': 'fastapi==0.110.0\nuvicorn\n', 'shop/web/build_it.py': fastapi, Dockerfile: 'FROM python:3.12\nCMD ["uvicorn", "shop.web.build_it:app"]\n' }, ['. fastapi 0.110']],
    ['a server in the image and the framework it serves', { 'pyproject.toml': '[project]\nname = "shop"\ndependencies = ["fastapi-pagination", "fastapi>=0.116", "granian"]\n', Dockerfile: 'FROM python:3.12\nCMD ["supervisord"]\n' }, ['. fastapi 0.116']],
    ['the outermost manifest where only that one is built', { 'pyproject.toml': '[project]\nname = "chat"\nclassifiers = []\ndependencies = ["fastapi"]\n', 'backend/requirements.txt': 'fastapi\n', 'backend/chat/main.py': fastapi, Dockerfile: 'FROM python:3.12\nCMD ["bash", "start.sh"]\n' }, ['. fastapi -']],
    ['a Procfile is enough to run a package with classifiers', { 'pyproject.toml': '[project]\nname = "board"\nclassifiers = ["Framework :: Flask"]\ndependencies = ["flask>=3"]\n', 'board/app.py': flask, Procfile: 'web: gunicorn board.app:app\n' }, ['. flask 3']],
    ['a package for an index is none', { 'pyproject.toml': '[project]\nname = "web-report"\nclassifiers = ["Framework :: Flask"]\ndependencies = ["flask>=3"]\n', 'web_report/app.py': flask }, []],
    ['an extension of a framework is none', { 'pyproject.toml': '[project]\nname = "flask-things"\nclassifiers = ["Framework :: Flask"]\ndependencies = ["flask>=3"]\n', 'flask_things/__init__.py': flask, Dockerfile: 'FROM python:3\nCMD ["flask", "run"]\n' }, []],
    ['a class of an application’s own over mixins', { 'requirements.txt': 'flask==3.1.0\n', 'shop/web/flask/app.py': "from shop.web.flask.wrappers import ShopFlask\n\ndef make_app():\n    return ShopFlask('shop', static_folder='static')\n" }, ['. flask 3.1']],
    ['dependencies in groups of a project that has no others', { 'pyproject.toml': '[dependency-groups]\nmain = ["flask==3.1"]\ndev = ["fastapi"]\n', 'app.py': flask }, ['. flask 3.1']],
    ['a group of a project with dependencies of its own is none', { 'pyproject.toml': '[project]\nname = "shop"\ndependencies = ["requests"]\n[dependency-groups]\nexamples = ["flask==3.1"]\n', 'app.py': flask }, []],
    ['a dependency alone is none', { 'requirements.txt': 'flask\n', 'train.py': 'print(1)\n' }, []],
    ['an application object in tests or examples is none', { 'requirements.txt': 'requests\n', 'tests/app.py': flask, 'docs_src/main.py': fastapi }, []],
    ['a client library of HTTP is no server', { 'requirements.txt': 'aiohttp\n', 'main.py': 'import aiohttp\n' }, []],
    ['a page of Streamlit with an image', { 'requirements.txt': 'streamlit==1.40\n', 'app.py': 'import streamlit as st\n\nst.title("Shop")\n', Dockerfile: 'FROM python:3.13\nCMD ["streamlit", "run", "app.py"]\n' }, ['. streamlit 1.40']],
    ['an application without a manifest, by the migrations of its tables', { 'app/__init__.py': flask, 'migrations/alembic.ini': '[alembic]\n' }, ['. flask -']],
    ['an application object without a manifest alone is none', { 'app/__init__.py': flask }, []],
    ['of two pages the one that is started', { 'requirements.txt': 'streamlit==1.40\ndash==2\n', 'dashboard/app.py': 'from dash import Dash\napp = Dash(__name__)\n', 'src/shop/view/st_app.py': 'import streamlit as st\n\nst.title("Shop")\n', Procfile: 'web: streamlit run src/shop/view/st_app.py\n' }, ['. streamlit 1.40']],
    ['a page beside a server is the server’s', { 'requirements.txt': 'fastapi==0.115\nstreamlit==1.40\nuvicorn\n', 'dashboard.py': 'import streamlit as st\n\nst.title("Shop")\n', 'app/main.py': fastapi }, ['. fastapi 0.115']],
    ['Django keeps its root', { 'requirements.txt': 'django==5.2\nfastapi\n', 'manage.py': 'import django\n', 'shop/settings.py': "INSTALLED_APPS = ['django.contrib.auth']\nROOT_URLCONF = 'shop.urls'\n", 'shop/api.py': fastapi }, ['. django 5.2']],
  ];
  for (const [title, files, expected] of cases) {
    it(title, async () => {
      assert.deepEqual(await applicationsOf(files), expected);
    });
  }

  it('counts the image that copies its folder as its own', async () => {
    const { needs } = await readWorkspace({ 'api/requirements.txt': 'fastapi\n', 'api/main.py': fastapi, 'docker/api.Dockerfile': 'FROM python:3.12\nCOPY api/ /app\nCMD ["uvicorn", "main:app"]\n' });
    assert.deepEqual(needs.filter(({ id }) => id === 'compute').map(({ application, technology }) => [application, technology]), [['api', 'container']]);
  });

  it('counts the image in the folder above that copies it from there', async () => {
    const { needs } = await readWorkspace({ 'backend/app/pyproject.toml': '[project]\nname = "x"\ndependencies = ["fastapi", "uvicorn"]\n', 'backend/app/app/main.py': fastapi, 'backend/Dockerfile': 'FROM python:3.12\nCOPY app /code/\nCMD ["uvicorn", "app.main:app"]\n' });
    assert.deepEqual(needs.filter(({ id }) => id === 'compute').map(({ application, technology }) => [application, technology]), [['backend/app', 'container']]);
  });

  it('has markers that are found quickly in any text', () => {
    const hostile = ['cache'.repeat(4000), 'from flask import '.repeat(800), '('.repeat(20_000), 'class A(SessionInterface)\n'.repeat(600), `${' '.repeat(20_000)}x`];
    for (const { match } of webMarkers) for (const text of hostile) match.test(text);
  });
});
