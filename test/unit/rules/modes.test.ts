import { debugOn } from '../../../src/core/rules/config/debugOn';
import { wrongEnvMode } from '../../../src/core/rules/config/wrongEnvMode';
import { runRuleTests, type Files } from './ruleTester';

function django(settings: string, others: Files = {}): Files {
  return {
    'manage.py': 'import os\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "clinic.settings")\n',
    'requirements.txt': 'django==5.2\n',
    'clinic/settings.py': `import os\n\nROOT_URLCONF = "clinic.urls"\nINSTALLED_APPS = ["django.contrib.admin"]\n${settings}\n`,
    ...others,
  };
}

runRuleTests(debugOn, {
  valid: [
    { name: 'Django without debugging', skeleton: 'none', files: django('DEBUG = False') },
    { name: 'a switch that is off by default', skeleton: 'none', files: django('DEBUG = os.environ.get("DEBUG", "False") == "True"') },
    { name: 'settings of a developer alone', skeleton: 'none', files: django('DEBUG = False', { 'clinic/settings_dev.py': 'from .settings import *\n\nDEBUG = True\n' }) },
    { name: 'modules that disagree', skeleton: 'none', files: django('DEBUG = True', { 'clinic/settings_heroku.py': 'from .settings import *\n\nDEBUG = False\nROOT_URLCONF = "clinic.urls"\n' }) },
    { name: 'an image that turns it off', skeleton: 'none', files: django('DEBUG = os.environ.get("DEBUG", True)', { Dockerfile: 'FROM python:3.13\nENV DEBUG=False\nCMD ["gunicorn", "clinic.wsgi"]\n' }) },
    { name: 'a variable that debugs on a developer’s machine', skeleton: 'none', files: django('DEBUG = os.environ.get("DEBUG", False)', { '.env': 'DEBUG=True\n' }) },
  ],
  invalid: [
    {
      name: 'settings that nobody overrides', skeleton: 'none', files: django('DEBUG = True'),
      findings: [{ messageId: 'on', at: ['clinic/settings.py', 'True'], severity: 'information', fixes: ['Turn debug mode off'] }],
      output: { 'clinic/settings.py': 'import os\n\nROOT_URLCONF = "clinic.urls"\nINSTALLED_APPS = ["django.contrib.admin"]\nDEBUG = False\n' },
    },
    { name: 'settings of production', skeleton: 'none', files: django('DEBUG = False', { 'clinic/settings/production.py': 'from .base import *\n\nDEBUG = True\nROOT_URLCONF = "clinic.urls"\n' }), findings: [{ messageId: 'on', at: ['clinic/settings/production.py', 'True'], severity: 'error' }] },
    { name: 'a variable of production', skeleton: 'none', files: django('DEBUG = os.environ.get("DEBUG", False)', { '.env.production': 'DEBUG=1\n' }), findings: [{ messageId: 'on', at: ['.env.production', '1'], severity: 'error', fixes: ['Turn debug mode off'] }], output: { '.env.production': 'DEBUG=0\n' } },
    { name: 'a switch that is on by default', skeleton: 'none', files: django('DEBUG = os.environ.get("DEBUG", True)'), findings: [{ messageId: 'fallback', at: ['clinic/settings.py', 'True'], severity: 'information', fixes: ['Turn debug mode off'] }] },
    {
      name: 'Flask', skeleton: 'none',
      files: { 'requirements.txt': 'flask==3.1\ngunicorn==23.0\n', 'app.py': 'from flask import Flask\n\napp = Flask(__name__)\n', 'compose.prod.yaml': 'services:\n  web:\n    build: .\n    restart: always\n    environment:\n      FLASK_DEBUG: "1"\n' },
      findings: [{ messageId: 'on', at: ['compose.prod.yaml', '1'], severity: 'error' }],
    },
  ],
});

const web: Files = {
  'Clinic.csproj': '<Project Sdk="Microsoft.NET.Sdk.Web">\n  <PropertyGroup>\n    <TargetFramework>net9.0</TargetFramework>\n  </PropertyGroup>\n</Project>\n',
  'Program.cs': 'var builder = WebApplication.CreateBuilder(args);\nvar app = builder.Build();\napp.MapGet("/", () => "ok");\napp.Run();\n',
};

function image(...variables: readonly string[]): Files {
  return { Dockerfile: `FROM mcr.microsoft.com/dotnet/aspnet:9.0\n${variables.map((line) => `ENV ${line}\n`).join('')}ENTRYPOINT ["dotnet", "Clinic.dll"]\n` };
}

runRuleTests(wrongEnvMode, {
  valid: [
    { name: 'production', skeleton: 'none', files: { ...web, ...image('ASPNETCORE_ENVIRONMENT=Production') } },
    { name: 'a developer’s compose file', skeleton: 'none', files: { ...web, 'docker-compose.override.yml': 'services:\n  web:\n    build: .\n    environment:\n      ASPNETCORE_ENVIRONMENT: Development\n' } },
    { name: 'an image that a deployment overrides', skeleton: 'none', files: { ...web, ...image('ASPNETCORE_ENVIRONMENT=Development'), 'compose.prod.yaml': 'services:\n  web:\n    build: .\n    restart: always\n    environment:\n      ASPNETCORE_ENVIRONMENT: Production\n' } },
    { name: 'a stage that only builds', skeleton: 'none', files: { ...web, Dockerfile: 'FROM mcr.microsoft.com/dotnet/sdk:9.0 AS build\nENV ASPNETCORE_ENVIRONMENT=Development\nFROM mcr.microsoft.com/dotnet/aspnet:9.0\nENTRYPOINT ["dotnet", "Clinic.dll"]\n' } },
    { name: 'the word of another framework', skeleton: 'none', files: { ...web, ...image('NODE_ENV=development') } },
  ],
  invalid: [
    {
      skeleton: 'none', files: { ...web, ...image('ASPNETCORE_ENVIRONMENT=Development') },
      findings: [{ messageId: 'mode', at: ['Dockerfile', 'Development'], severity: 'error', fixes: ['Set it to production'] }],
      output: image('ASPNETCORE_ENVIRONMENT=Production'),
    },
    {
      name: 'a variable on a continued line', skeleton: 'none',
      files: { ...web, ...image('A="1" \\\n    # what follows\n    ASPNETCORE_ENVIRONMENT="Development" \\\n    B=2') },
      findings: [{ messageId: 'mode', at: ['Dockerfile', 'Development'], severity: 'error' }],
      output: image('A="1" \\\n    # what follows\n    ASPNETCORE_ENVIRONMENT="Production" \\\n    B=2'),
    },
    { name: 'Laravel in an image', files: { Dockerfile: 'FROM php:8.4-apache\nENV APP_ENV=local\nCMD ["apache2-foreground"]\n' }, findings: [{ messageId: 'mode', at: ['Dockerfile', 'local'], severity: 'error' }] },
  ],
});
