/** What runs an application: a server of one's own code, a site that is rendered on a server, files for a browser. */
export type FrameworkKind = 'server' | 'site' | 'front-end';

export interface NodeFramework {
  /** Word of `Application.framework`. */
  readonly id: string;
  readonly kind: FrameworkKind;
  /** Packages of which one is a direct dependency, in order of what tells the version. */
  readonly packages: readonly string[];
}

function framework(id: string, kind: FrameworkKind, ...packages: readonly string[]): NodeFramework {
  return { id, kind, packages };
}

/**
 * The first that matches is the application's: products built on a framework, then frameworks that own the server, then
 * sites, then plain HTTP servers (a site may be mounted on one), then what only a browser runs.
 */
export const nodeFrameworks: readonly NodeFramework[] = [
  framework('strapi', 'server', '@strapi/strapi', 'strapi'),
  framework('medusa', 'server', '@medusajs/medusa', '@medusajs/framework'),
  framework('directus', 'server', 'directus', '@directus/api'),
  framework('payload', 'site', 'payload'),
  framework('keystone', 'server', '@keystone-6/core'),
  framework('redwood', 'site', '@redwoodjs/core', '@redwoodjs/api'),
  framework('blitz', 'site', 'blitz'),
  framework('meteor', 'site', 'meteor-node-stubs'),
  framework('nestjs', 'server', '@nestjs/core'),
  framework('adonis', 'server', '@adonisjs/core'),
  framework('loopback', 'server', '@loopback/core', '@loopback/rest', 'loopback'),
  framework('feathers', 'server', '@feathersjs/feathers'),
  framework('sails', 'server', 'sails'),
  framework('foal', 'server', '@foal/core'),
  framework('egg', 'server', 'egg'),
  framework('midway', 'server', '@midwayjs/core'),
  framework('moleculer', 'server', 'moleculer'),
  framework('next', 'site', 'next'),
  framework('nuxt', 'site', 'nuxt', 'nuxt3', 'nuxt-edge'),
  framework('tanstack-start', 'site', '@tanstack/react-start', '@tanstack/start', '@tanstack/solid-start'),
  framework('react-router', 'site', '@react-router/node', '@react-router/serve', '@react-router/express', '@react-router/dev'),
  framework('remix', 'site', '@remix-run/node', '@remix-run/serve', '@remix-run/express', '@remix-run/react'),
  framework('sveltekit', 'site', '@sveltejs/kit'),
  framework('solid-start', 'site', '@solidjs/start', 'solid-start'),
  framework('qwik', 'site', '@builder.io/qwik-city', '@qwik.dev/router'),
  framework('analog', 'site', '@analogjs/platform'),
  framework('fresh', 'site', 'fresh', '@fresh/core'),
  framework('fastify', 'server', 'fastify'),
  framework('hono', 'server', 'hono', '@hono/hono'),
  framework('koa', 'server', 'koa'),
  framework('hapi', 'server', '@hapi/hapi', 'hapi'),
  framework('elysia', 'server', 'elysia'),
  framework('h3', 'server', 'nitropack', 'nitro', 'h3'),
  framework('restify', 'server', 'restify'),
  framework('polka', 'server', 'polka'),
  framework('oak', 'server', '@oak/oak'),
  framework('express', 'server', 'express', 'ultimate-express', 'hyper-express'),
  framework('apollo', 'server', '@apollo/server', 'apollo-server', 'graphql-yoga'),
  framework('socket.io', 'server', 'socket.io'),
  framework('grpc', 'server', '@grpc/grpc-js', 'grpc'),
  // No framework: an image says that it is a server.
  framework('node', 'server'),
  framework('astro', 'front-end', 'astro'),
  framework('gatsby', 'front-end', 'gatsby'),
  framework('angular', 'front-end', '@angular/core'),
  framework('vue', 'front-end', 'vue'),
  framework('svelte', 'front-end', 'svelte'),
  framework('solid', 'front-end', 'solid-js'),
  framework('preact', 'front-end', 'preact'),
  framework('react', 'front-end', 'react-dom', 'react'),
];

export const nodeFrameworkIds: ReadonlySet<string> = new Set(nodeFrameworks.map(({ id }) => id));

export function frameworkOf(id: string): NodeFramework | undefined {
  return nodeFrameworks.find((framework) => framework.id === id);
}

/** Adapters that make Astro a server instead of files. */
export const astroServerAdapters = ['@astrojs/node', '@astrojs/vercel', '@astrojs/netlify', '@astrojs/cloudflare', '@nurodev/astro-bun', '@deno/astro-adapter', 'astro-sst'];

/** Adapter with which SvelteKit writes files instead of a server. */
export const staticSvelteAdapter = '@sveltejs/adapter-static';

/** A generator of documentation makes the site beside it no application. */
export const documentationPackages = [
  '@docusaurus/core', 'vitepress', 'vuepress', '@vuepress/cli', '@astrojs/starlight', 'nextra', 'nextra-theme-docs', 'fumadocs-core', 'fumadocs-ui', 'fumadocs-mdx', 'docsify', 'docsify-cli', 'docus', '@nuxt/ui-pro-docs', 'mintlify',
  'typedoc-site', 'storybook', '@mintlify/scraping',
];

/** Programs for a person's own machine or phone, and editors' extensions. */
export const programPackages = [
  'electron', 'electron-builder', 'react-native', 'expo', '@capacitor/core', 'cordova', '@ionic/cordova-builders', 'nw', 'neutralinojs', 'vscode-languageclient', '@raycast/api', 'wxt', 'plasmo', '@crxjs/vite-plugin',
];
