import { strict as assert } from 'node:assert';
import { readWorkspace, type Files } from '../../support/workspace';

const project = (sdk: string, properties = '', items = ''): string => `\uFEFF<Project Sdk="${sdk}">\r\n  <PropertyGroup>${properties}</PropertyGroup>\r\n  <ItemGroup>${items}</ItemGroup>\r\n</Project>`;
const web = project('Microsoft.NET.Sdk.Web', '<TargetFramework>net8.0</TargetFramework>');
const reference = (path: string): string => `<ProjectReference Include="${path}" />`;
const program = 'var app = WebApplication.CreateBuilder(args).Build(); app.Run();';

async function found(files: Files): Promise<readonly string[]> {
  const { applications } = await readWorkspace(files);
  return applications.map(({ root, framework, frameworkVersion }) => `${root} ${framework} ${frameworkVersion ?? '-'}`).sort();
}

describe('.NET: what is an application', () => {
  const cases: readonly (readonly [string, Files, readonly string[]])[] = [
    ['a web application', { 'src/Web/Web.csproj': web, 'src/Web/Program.cs': program }, ['src/Web aspnetcore 8']],
    ['the framework of all projects', { 'Directory.Build.props': '<Project><PropertyGroup><TargetFramework>net9.0</TargetFramework></PropertyGroup></Project>', 'Web/Web.csproj': project('Microsoft.NET.Sdk.Web'), 'Web/Program.cs': program }, ['Web aspnetcore 9']],
    ['an older framework', { 'Web.csproj': project('Microsoft.NET.Sdk.Web', '<TargetFramework>netcoreapp3.1</TargetFramework>'), 'Startup.cs': '' }, ['. aspnetcore 3.1']],
    ['a worker', { 'Jobs/Jobs.csproj': project('Microsoft.NET.Sdk.Worker'), 'Jobs/Program.cs': '' }, ['Jobs dotnet-worker -']],
    ['functions', { 'F/F.csproj': project('Microsoft.NET.Sdk', '<AzureFunctionsVersion>v4</AzureFunctionsVersion>'), 'F/host.json': '{}' }, ['F azure-functions -']],
    ['a program with the web framework', { 'S/S.csproj': project('Microsoft.NET.Sdk', '<OutputType>Exe</OutputType>', '<FrameworkReference Include="Microsoft.AspNetCore.App" />'), 'S/Program.cs': program }, ['S aspnetcore -']],
    ['a site before the SDK', { 'Site/Site.csproj': '<Project><PropertyGroup><ProjectTypeGuids>{349c5851-65df-11da-9384-00065b863f21};{fae04ec0}</ProjectTypeGuids><TargetFrameworkVersion>v4.8</TargetFrameworkVersion></PropertyGroup></Project>' }, ['Site aspnet 4.8']],
    ['Blazor alone', { 'C/C.csproj': project('Microsoft.NET.Sdk.BlazorWebAssembly'), 'C/Program.cs': '' }, ['C blazor -']],
    ['no Blazor that a server serves', { 'S/S.csproj': project('Microsoft.NET.Sdk.Web', '', reference('..\\C\\C.csproj')), 'S/Program.cs': program, 'C/C.csproj': project('Microsoft.NET.Sdk.BlazorWebAssembly'), 'C/Program.cs': '' }, ['S aspnetcore -']],
    ['no area of a site whose image starts another project', { 'Web/Web.csproj': project('Microsoft.NET.Sdk.Web', '', reference('..\\Admin\\Admin.csproj')), 'Web/Program.cs': program, 'Admin/Admin.csproj': project('Microsoft.NET.Sdk.Web'), 'Admin/Program.cs': program, Dockerfile: 'FROM mcr.microsoft.com/dotnet/aspnet:9.0\nENTRYPOINT ["dotnet", "Web.dll"]\n' }, ['Web aspnetcore -']],
    ['a program that an image runs and a broker feeds', { 'Accounts/Accounts.csproj': project('Microsoft.NET.Sdk', '<OutputType>Exe</OutputType>', '<PackageReference Include="Confluent.Kafka" Version="2" />'), 'Accounts/Program.cs': 'await new Consumer().Run();', 'Accounts/Dockerfile': 'FROM mcr.microsoft.com/dotnet/runtime:9.0\nENTRYPOINT ["./instrument.sh", "dotnet", "Accounts.dll"]\n' }, ['Accounts dotnet-worker -']],
    ['a program that compose builds and a store feeds', { 'worker/Worker.csproj': project('Microsoft.NET.Sdk', '<OutputType>Exe</OutputType>', '<PackageReference Include="Npgsql" Version="8" />'), 'worker/Program.cs': '', 'worker/Dockerfile': 'FROM mcr.microsoft.com/dotnet/runtime:8.0\n', 'docker-compose.yml': 'services:\n  worker:\n    build: ./worker\n' }, ['worker dotnet-worker -']],
    ['no program that nothing builds', { 'worker/Worker.csproj': project('Microsoft.NET.Sdk', '<OutputType>Exe</OutputType>', '<PackageReference Include="Npgsql" Version="8" />'), 'worker/Program.cs': '' }, []],
    ['the program that starts a host of pages in a library', { 'Shop.Console/Shop.Console.csproj': project('Microsoft.NET.Sdk', '<OutputType>Exe</OutputType>', reference('..\\Host\\Host.csproj')), 'Shop.Console/Program.cs': '', 'Shop.Update/Shop.Update.csproj': project('Microsoft.NET.Sdk', '<OutputType>Exe</OutputType>', reference('..\\Host\\Host.csproj')), 'Shop.Update/Program.cs': '', 'Host/Host.csproj': project('Microsoft.NET.Sdk', '<OutputType>Library</OutputType>', '<PackageReference Include="Microsoft.AspNetCore.SignalR" Version="1" />'), 'Host/Startup.cs': '' }, ['Shop.Console aspnetcore -']],
    ['no library', { 'L/L.csproj': project('Microsoft.NET.Sdk') }, []],
    ['no web library', { 'L/L.csproj': project('Microsoft.NET.Sdk.Web', '<OutputType>Library</OutputType>'), 'L/Startup.cs': '' }, []],
    ['no test', { 'Web.IntegrationTests/Web.IntegrationTests.csproj': web, 'Web.IntegrationTests/Program.cs': '' }, []],
    ['no test by its package', { 'W/W.csproj': project('Microsoft.NET.Sdk.Web', '', '<PackageReference Include="Microsoft.NET.Test.Sdk" Version="17" />'), 'W/Program.cs': '' }, []],
    ['no host of development', { 'AppHost/AppHost.csproj': project('Aspire.AppHost.Sdk/13.0.0', '<OutputType>Exe</OutputType>'), 'AppHost/Program.cs': '' }, []],
    ['no program for a desk or a phone', { 'A/A.csproj': project('Microsoft.NET.Sdk', '<OutputType>Exe</OutputType><UseMaui>true</UseMaui>'), 'A/Program.cs': '' }, []],
    ['no tool', { 'T/T.csproj': project('Microsoft.NET.Sdk', '<OutputType>Exe</OutputType><PackAsTool>true</PackAsTool>'), 'T/Program.cs': '' }, []],
    ['no migrator', { 'Shop.DbMigrator/Shop.DbMigrator.csproj': web, 'Shop.DbMigrator/Program.cs': '' }, []],
    ['no template of `dotnet new` beside an application', { 'Web/Web.csproj': web, 'Web/Program.cs': program, 'Starter/.template.config/template.json': '{}', 'Starter/Server/Server.csproj': web, 'Starter/Server/Program.cs': program }, ['Web aspnetcore 8']],
    ['applications that are templates', { '.template.config/template.json': '{}', 'src/Web/Web.csproj': web, 'src/Web/Program.cs': program, 'small/.template.config/template.json': '{}', 'small/Web/Web.csproj': web, 'small/Web/Program.cs': program }, ['small/Web aspnetcore 8', 'src/Web aspnetcore 8']],
    ['templates alone', { 'Starter/.template.config/template.json': '{}', 'Starter/Server/Server.csproj': web, 'Starter/Server/Program.cs': program }, ['Starter/Server aspnetcore 8']],
    ['no sample of a package', { 'src/L/L.csproj': project('Microsoft.NET.Sdk', '<PackageId>L</PackageId>'), 'src/L.Sample/L.Sample.csproj': web, 'src/L.Sample/Program.cs': program }, []],
    ['nothing that is broken', { 'W/W.csproj': '<Project Sdk="Microsoft.NET.Sdk.Web"><ItemGroup', 'X/X.csproj': '', 'Y/Y.csproj': '<html>' }, []],
  ];
  for (const [name, files, expected] of cases) {
    it(name, async () => {
      assert.deepEqual(await found(files), expected);
    });
  }

  it('includes what it is built from, its image and its host', async () => {
    const { applications } = await readWorkspace({
      'src/Web/Web.csproj': project('Microsoft.NET.Sdk.Web', '', reference('..\\Core\\Core.csproj')),
      'src/Web/Program.cs': program,
      'src/Core/Core.csproj': project('Microsoft.NET.Sdk', '', reference('../Data/Data.csproj')),
      'src/Data/Data.csproj': project('Microsoft.NET.Sdk'),
      'src/Other/Other.csproj': project('Microsoft.NET.Sdk'),
      'docker/web.Dockerfile': 'FROM mcr.microsoft.com/dotnet/aspnet:8.0\nENTRYPOINT ["dotnet", "Web.dll"]\n',
      'src/AppHost/Program.cs': 'var builder = DistributedApplication.CreateBuilder(args);\nvar db = builder.AddPostgres("pg").AddDatabase("db");\nbuilder.AddProject<Projects.Web>("web").WithReference(db);',
    });
    assert.deepEqual(applications.map(({ root, includes }) => [root, includes]), [['src/Web', ['docker/web.Dockerfile', 'src/AppHost/Program.cs', 'src/Core', 'src/Data']]]);
  });
});
