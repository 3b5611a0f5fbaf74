import { settingsFileCommitted } from '../../../src/core/rules/secrets/settingsFileCommitted';
import { springExample } from '../../../src/core/rules/springExample';
import { runRuleTests, type Files } from './ruleTester';

const general = 'src/main/resources/application.properties';
const live = 'src/main/resources/application-prod.properties';
const shop = springExample('spring-boot-starter-web', 'postgresql');
const password = 'kV7-t2mQx9';

/** The files of a shop on .NET with these settings. */
function dotnet(settings: object): Files {
  return {
    'Shop.csproj': '<Project Sdk="Microsoft.NET.Sdk.Web"><PropertyGroup><TargetFramework>net8.0</TargetFramework></PropertyGroup></Project>',
    'Program.cs': 'var builder = WebApplication.CreateBuilder(args);\nvar app = builder.Build();\napp.Run();\n',
    'appsettings.json': JSON.stringify(settings, null, 2),
  };
}

/** A site of plain PHP with this connection. */
const phpSite = (connection: string): Files => ({ 'index.php': '<?php', 'conexao.php': `<?php\n${connection}\n` });
const sealed = 'config/credentials/production.yml.enc';
const sealedForAll = 'config/credentials.yml.enc';
const cipher = 'gh5Yp0Xb2v--mK8s2Q==--Zq1fT7uWc9==\n';
const rails = { Gemfile: "gem 'rails', '~> 8.0'\ngem 'pg'\n", 'config/application.rb': 'require "rails/all"\n\nmodule Shop\n  class Application < Rails::Application\n  end\nend\n', 'config.ru': 'run Rails.application\n', [sealedForAll]: cipher };

runRuleTests(settingsFileCommitted, {
  valid: [
    { name: 'git cannot be asked', skeleton: 'none', tracked: null, files: { ...shop, [general]: `spring.datasource.password=${password}\n` } },
    { name: 'git does not track it', skeleton: 'none', tracked: ['pom.xml'], files: { ...shop, [general]: `spring.datasource.password=${password}\n` } },
    { name: 'a look-up, with a fall-back or without', skeleton: 'none', tracked: [general], files: { ...shop, [general]: `spring.datasource.password=\${DB_PASSWORD}\nspring.mail.password=\${MAIL_PASSWORD:${password}}\n` } },
    { name: 'what tutorials write', skeleton: 'none', tracked: [general], files: { ...shop, [general]: 'spring.datasource.password=postgres\nspring.mail.password=yourStrong1Password\nspring.security.user.password={noop}aV8-xx-29\napp.jwt.secret=changeit-1234\n' } },
    { name: 'names of what belongs there', skeleton: 'none', tracked: [general], files: { ...shop, [general]: 'app.mem.api-key=m0-api-key\nssh.private-key=^_^sshPrivateKey^_^\napp.jwt.secret={{ jwtSecret }}\n' } },
    { name: 'names and lifetimes', skeleton: 'none', tracked: [general], files: { ...shop, [general]: 'app.jwt.token-header=X-Auth-Token-2\napp.password-min-length=12\napp.secret-name=prod/shop-1\n' } },
    { name: 'a profile of developers', skeleton: 'none', tracked: ['src/main/resources/application-dev.properties'], files: { ...shop, 'src/main/resources/application-dev.properties': `spring.datasource.password=${password}\n` } },
    { name: 'what PHP developers write', skeleton: 'none', tracked: ['conexao.php'], files: phpSite("$conn = new mysqli('db', 'root', 'root', 'a');\ndefine('DB_PASSWORD', 'laravel');\n$senha = '';") },
    { name: 'a rule for what users type', skeleton: 'none', tracked: ['conexao.php', 'config/rules.php'], files: { ...phpSite("$conn = new mysqli('db', 'root', '', 'a');"), 'config/rules.php': "<?php // mysql\nreturn ['password' => 'required|min:8'];\n" } },
    { name: 'encrypted credentials without their key', skeleton: 'none', tracked: [sealedForAll, sealed, 'config/credentials/development.key'], files: { ...rails, [sealed]: cipher } },
    { name: 'a connection without a password', skeleton: 'none', tracked: ['appsettings.json'], files: dotnet({ ConnectionStrings: { Default: 'Server=db;Database=shop;Trusted_Connection=True' } }) },
  ],
  invalid: [
    { name: 'the key of encrypted credentials', skeleton: 'none', tracked: [sealedForAll, 'config/master.key'], files: rails, findings: [{ messageId: 'trackedKey', at: [sealedForAll, cipher.slice(0, 24)], severity: 'warning' }] },
    { name: 'the key of those of production first', skeleton: 'none', tracked: [sealedForAll, 'config/master.key', sealed, 'config/credentials/production.key'], files: { ...rails, [sealed]: cipher }, findings: [{ messageId: 'trackedKey', at: [sealed, cipher.slice(0, 24)], severity: 'error' }] },
    { name: 'every profile', skeleton: 'none', tracked: [general], files: { ...shop, [general]: `spring.datasource.password=${password}\n` }, findings: [{ messageId: 'trackedOne', at: [general, 'spring.datasource.password'], severity: 'warning', fixes: ['Generate infrastructure code for AWS Secrets Manager'] }] },
    { name: 'production first', skeleton: 'none', tracked: [general, live], files: { ...shop, [general]: `spring.datasource.password=${password}\n`, [live]: `spring.mail.password=${password}\napp.jwt.secret=${password}\n` }, findings: [{ messageId: 'tracked', at: [live, 'spring.mail.password'], severity: 'error' }] },
    { name: 'a password inside a connection string', skeleton: 'none', tracked: ['appsettings.json'], files: dotnet({ ConnectionStrings: { Default: `Server=db;User Id=shop;Password=${password}` } }), findings: [{ messageId: 'trackedOne', at: ['appsettings.json', 'Default'], severity: 'warning' }] },
    { name: 'a key beside an address', skeleton: 'none', tracked: ['appsettings.json'], files: dotnet({ ConnectionStrings: { Bus: `Endpoint=sb://shop.servicebus.windows.net/;SharedAccessKeyName=app;SharedAccessKey=${password}` } }), findings: [{ messageId: 'trackedOne', at: ['appsettings.json', 'Bus'], severity: 'warning' }] },
    { name: 'the third argument of a connection', skeleton: 'none', tracked: ['conexao.php'], files: phpSite(`$conn = new mysqli('db', 'app', '${password}', 'a');`), findings: [{ messageId: 'trackedOne', at: ['conexao.php', password], severity: 'warning' }] },
    { name: 'a password in Portuguese', skeleton: 'none', tracked: ['conexao.php'], files: phpSite(`$conn = new mysqli('db', 'app', $senha);\n$db_senha = '${password}';\ndefine('DB_PASSWORD', '${password}');`), findings: [{ messageId: 'tracked', at: ['conexao.php', password], severity: 'warning' }] },
    { name: 'many letters', skeleton: 'none', tracked: ['appsettings.json'], files: dotnet({ Email: { SmtpPassword: 'formweqycobrchqa' } }), findings: [{ messageId: 'trackedOne', at: ['appsettings.json', 'SmtpPassword'], severity: 'warning' }] },
  ],
});
