import assert from 'node:assert/strict';
import { readSbt } from '../../../../src/core/detectors/sbt-package/build';
import { readWorkspace, type Files } from '../../support/workspace';

function described(path: string, text: string): readonly string[] {
  return readSbt({ path, text }).map((fact) => {
    const value = fact.value.kind === 'literal' ? fact.value.text : '';
    const place = text.slice(fact.at.range.start, fact.at.range.end);
    return `${fact.name} = ${value} @ ${place}${fact.stage === 'test' ? ' (test)' : ''}`;
  });
}

describe('build.sbt', () => {
  it('names dependencies over lines, with their scope', () => {
    assert.deepEqual(described('build.sbt', 'libraryDependencies ++= Seq(\n  "org.postgresql" % "postgresql" % "42.7.3",\n  "com.typesafe.slick" %%   "slick"\n    % slickVersion,\n  "org.scalatest" %% "scalatest" % "3.2" % Test\n)\n'), [
      'maven:org.postgresql:postgresql = 42.7.3 @ postgresql',
      'maven:com.typesafe.slick:slick = * @ slick',
      'maven:org.scalatest:scalatest = 3.2 @ scalatest (test)',
    ]);
  });

  it('leaves comments alone', () => {
    assert.deepEqual(described('build.sbt', '// "a.b" % "c" % "1"\n/* "d.e" % "f" % "1" */\n"g.h" % "i" % "1", // "j.k" % "l" % "1"\n'), ['maven:g.h:i = 1 @ i']);
  });

  it('knows plugins, projects and what the plugin of Play brings', () => {
    assert.deepEqual(described('build.sbt', 'lazy val web = (project in file("server")).enablePlugins(PlayScala, DockerPlugin).settings(libraryDependencies += jdbc)\n'), [
      'jvm.sbt-project = server @ laz',
      'jvm.plugin = PlayScala @ PlayScala',
      'maven:org.playframework:play = * @ PlayScala',
      'jvm.plugin = DockerPlugin @ DockerPlugin',
      'maven:org.playframework:play-jdbc = * @ jdbc',
    ]);
    assert.deepEqual(described('project/plugins.sbt', 'addSbtPlugin("org.playframework" % "sbt-plugin" % "3.0.9")\n'), ['jvm.plugin = org.playframework:sbt-plugin @ addSbtPlugin("org.playframework" % "sbt-plugin" % "3.0.9"']);
  });

  it('survives what is malformed', () => {
    for (const text of ['"a" % "', 'enablePlugins(', 'lazy val x = (project in file("', '/* /* *', '"'.repeat(500)]) assert.ok(Array.isArray(readSbt({ path: 'build.sbt', text })));
  });
});

const play: Files = {
  'build.sbt': 'lazy val root = (project in file(".")).enablePlugins(PlayScala).dependsOn(common)\nlazy val common = (project in file("common")).enablePlugins(PlayScala)\n',
  'project/plugins.sbt': 'addSbtPlugin("org.playframework" % "sbt-plugin" % "3.0.9")\n',
  'project/Dependencies.scala': 'object Dependencies {\n  val pg = "org.postgresql" % "postgresql" % "42"\n  val slick = "org.playframework" %% "play-slick" % "6"\n  val elastic = "com.sksamuel.elastic4s" %% "elastic4s-core" % "8"\n}\n',
  'conf/routes': 'GET / controllers.HomeController.index\n',
  'common/app/Common.scala': 'class Common',
  'app/controllers/HomeController.scala': 'class HomeController { def login = Redirect("/").withSession("user" -> "a") }\n',
};

describe('applications of sbt', () => {
  it('are those of Play that have routes', async () => {
    const { applications } = await readWorkspace(play);
    assert.deepEqual(applications.map(({ root, framework, frameworkVersion }) => `${root} ${framework} ${String(frameworkVersion)}`), ['. play 3.0']);
  });

  it('are read from their configuration and their code', async () => {
    const { needs } = await readWorkspace({ ...play, 'conf/application.conf': 'slick.dbs.default.db.url = "jdbc:postgresql://db/shop"\nslick.dbs.default.db.password = ${?DB_PASSWORD}\nsearch.uri = "http://elastic:9200"\n', 'public/css/a.css': '' });
    assert.deepEqual(needs.map(({ id, technology }) => `${id}: ${technology}`).sort(), ['compute: java', 'relational-database: postgresql', 'search: elasticsearch', 'secrets: env', 'sessions: cookie', 'static-assets: bundled']);
  });

  it('are servers that a plugin packages', async () => {
    const files = { 'build.sbt': 'enablePlugins(JavaAppPackaging)\nlibraryDependencies += "org.http4s" %% "http4s-ember-server" % "0.23"\n', 'src/main/scala/Main.scala': 'object Main extends IOApp.Simple\n' };
    assert.deepEqual((await readWorkspace(files)).applications.map(({ framework }) => framework), ['http4s']);
    assert.deepEqual((await readWorkspace({ ...files, 'build.sbt': 'libraryDependencies += "org.typelevel" %% "cats-core" % "2"\n' })).applications, []);
  });
});
