import { actioncableAsyncAdapter } from '../../../src/core/rules/realtime/actioncableAsyncAdapter';
import { channelsInmemoryLayer } from '../../../src/core/rules/realtime/channelsInmemoryLayer';
import { socketioNoAdapter } from '../../../src/core/rules/realtime/socketioNoAdapter';
import { runRuleTests, type Files } from './ruleTester';

const replicas: Files = { 'compose.prod.yaml': 'services:\n  app:\n    image: ghcr.io/clinic/app:1.4\n    restart: always\n    deploy:\n      replicas: 3\n' };

const channel = 'class QueueChannel < ApplicationCable::Channel\n  def subscribed\n    stream_from "queue"\n  end\nend\n';

function rails(cable: string, { gems = '', code = channel }: { readonly gems?: string; readonly code?: string } = {}): Files {
  return {
    Gemfile: `source "https://rubygems.org"\n\ngem "rails", "~> 8.0"\n${gems}`,
    'config/application.rb': 'require "rails/all"\n\nmodule Clinic\n  class Application < Rails::Application\n  end\nend\n',
    'config.ru': 'run Rails.application\n',
    'config/cable.yml': cable,
    'app/channels/queue_channel.rb': code,
  };
}

const asynchronous = 'development:\n  adapter: async\n\nproduction:\n  adapter: async\n';

runRuleTests(actioncableAsyncAdapter, {
  valid: [
    { name: 'a developer’s adapter', skeleton: 'none', files: rails('development:\n  adapter: async\n\nproduction:\n  adapter: solid_cable\n') },
    { name: 'nothing is sent', skeleton: 'none', files: rails(asynchronous, { code: '# nothing\n' }) },
  ],
  invalid: [
    { skeleton: 'none', files: rails(asynchronous), findings: [{ messageId: 'single', at: ['config/cable.yml', 'async'], severity: 'warning', fixes: ['Generate infrastructure code for Amazon ElastiCache'] }] },
    {
      name: 'several instances, with the gem at hand', skeleton: 'none', files: { ...rails(asynchronous, { gems: 'gem "redis"\n' }), ...replicas },
      findings: [{ messageId: 'several', at: ['config/cable.yml', 'async'], severity: 'error', fixes: ['Use Redis', 'Generate infrastructure code for Amazon ElastiCache'] }],
      output: { 'config/cable.yml': 'development:\n  adapter: async\n\nproduction:\n  adapter: redis\n  url: <%= ENV.fetch("REDIS_URL") %>\n' },
    },
  ],
});

function django(layer: string): Files {
  const example = channelsInmemoryLayer.docs.bad[0]?.files ?? {};
  return { ...example, 'clinic/settings.py': (example['clinic/settings.py'] ?? '').replace('channels.layers.InMemoryChannelLayer', layer) };
}

runRuleTests(channelsInmemoryLayer, {
  valid: [{ name: 'a layer that others share', skeleton: 'none', files: django('channels_redis.core.RedisChannelLayer') }],
  invalid: [
    { name: 'one process', skeleton: 'none', files: django('channels.layers.InMemoryChannelLayer'), findings: [{ messageId: 'single', at: ['clinic/settings.py', 'channels.layers.InMemoryChannelLayer'], severity: 'information' }] },
    { name: 'several instances', skeleton: 'none', files: { ...django('channels.layers.InMemoryChannelLayer'), ...replicas }, findings: [{ messageId: 'several', at: ['clinic/settings.py', 'channels.layers.InMemoryChannelLayer'], severity: 'error' }] },
  ],
});

function node(dependencies: Readonly<Record<string, string>>): Files {
  return {
    'package.json': `${JSON.stringify({ dependencies, scripts: { start: 'node server.js' } })}\n`,
    'server.js': 'const { Server } = require("socket.io");\nconst io = new Server(3000);\n',
  };
}

runRuleTests(socketioNoAdapter, {
  valid: [
    { name: 'one instance', skeleton: 'none', files: node({ 'socket.io': '4.8.0' }) },
    { name: 'an adapter', skeleton: 'none', files: { ...node({ 'socket.io': '4.8.0', '@socket.io/redis-streams-adapter': '0.2.0' }), ...replicas } },
    {
      name: 'copies of another application beside it', skeleton: 'none',
      files: {
        ...Object.fromEntries(Object.entries(node({ 'socket.io': '4.8.0' })).map(([path, text]) => [`result/${path}`, text])),
        'result/Dockerfile': 'FROM node:22\nCMD ["node", "server.js"]\n',
        'vote/package.json': '{ "dependencies": { "express": "5.0.0" }, "scripts": { "start": "node app.js" } }\n',
        'vote/app.js': 'require("express")().listen(80);\n',
        'vote/Dockerfile': 'FROM node:22\nCMD ["node", "app.js"]\n',
        'docker-stack.yml': 'services:\n  vote:\n    image: clinic/vote\n    deploy:\n      replicas: 2\n  result:\n    image: clinic/result\n',
      },
    },
    { name: 'a client', skeleton: 'none', files: { ...node({ 'socket.io-client': '4.8.0', express: '5.0.0' }), ...replicas } },
  ],
  invalid: [
    { name: 'copies', skeleton: 'none', files: { ...node({ 'socket.io': '4.8.0' }), ...replicas }, findings: [{ messageId: 'several', at: ['package.json', 'socket.io'], severity: 'error', fixes: ['Generate infrastructure code for Amazon ElastiCache'] }] },
  ],
});
