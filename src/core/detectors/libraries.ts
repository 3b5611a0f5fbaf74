import type { Confidence, NeedId } from '../model';

/** What a direct dependency says about needs on its own, when no configuration says more. */
export interface LibraryMeaning {
  /** `<ecosystem>:<package>`. */
  readonly package: string;
  readonly need: NeedId;
  readonly technology: string;
  readonly library: string | null;
  readonly confidence: Confidence;
}

function meaning(need: NeedId, technology: string, packages: readonly string[], options: { readonly library?: string; readonly confidence?: Confidence } = {}): readonly LibraryMeaning[] {
  return packages.map((name) => ({ package: name, need, technology, library: options.library ?? null, confidence: options.confidence ?? 'certain' }));
}

/**
 * Packages whose presence as a direct dependency is use: a client of one hosted product, an error tracker's agent, a
 * media server. General clients (`redis`, `aws-sdk`) prove nothing alone and are absent; ecosystems decide on them.
 */
export const libraryMeanings: readonly LibraryMeaning[] = [
  ...meaning('monitoring', 'sentry', ['composer:sentry/sentry-laravel', 'composer:sentry/sentry-symfony', 'composer:sentry/sentry', 'npm:@sentry/node', 'npm:@sentry/nextjs', 'npm:@sentry/nestjs', 'npm:@sentry/remix', 'npm:@sentry/sveltekit', 'npm:@sentry/nuxt', 'npm:@sentry/react-router', 'npm:@sentry/bun', 'npm:@hono/sentry', 'npm:@logtape/sentry', 'npm:@sentry/astro', 'npm:@sentry/deno', 'npm:@sentry/serverless', 'npm:@sentry/aws-serverless', 'npm:@sentry/tanstackstart-react', 'npm:@sentry/solidstart', 'pypi:sentry-sdk', 'pypi:raven', 'gem:sentry-rails', 'gem:sentry-sidekiq', 'gem:sentry-resque', 'gem:sentry-delayed_job', 'gem:govuk_app_config', 'gem:sentry-ruby', 'gem:sentry-raven', 'maven:io.sentry:sentry', 'maven:io.sentry:sentry-spring-boot-starter', 'maven:io.sentry:sentry-spring-boot-starter-jakarta', 'maven:io.sentry:sentry-spring-boot-4-starter', 'maven:io.sentry:sentry-logback', 'maven:io.sentry:sentry-log4j2', 'maven:io.quarkiverse.loggingsentry:quarkus-logging-sentry']),
  ...meaning('monitoring', 'bugsnag', ['composer:bugsnag/bugsnag-laravel', 'npm:@bugsnag/js', 'npm:@bugsnag/node', 'npm:@bugsnag/plugin-express', 'npm:@bugsnag/plugin-koa', 'pypi:bugsnag', 'gem:bugsnag', 'maven:com.bugsnag:bugsnag', 'maven:com.bugsnag:bugsnag-spring']),
  ...meaning('monitoring', 'newrelic', ['npm:newrelic', 'pypi:newrelic', 'gem:newrelic_rpm']),
  ...meaning('monitoring', 'datadog', ['npm:dd-trace', 'composer:datadog/dd-trace', 'pypi:ddtrace', 'gem:datadog', 'gem:ddtrace', 'gem:dogstatsd-ruby']),
  ...meaning('monitoring', 'opentelemetry', ['composer:open-telemetry/opentelemetry-auto-laravel', 'composer:open-telemetry/sdk', 'composer:keepsuit/laravel-opentelemetry', 'npm:@opentelemetry/sdk-node', 'npm:@opentelemetry/auto-instrumentations-node', 'npm:@vercel/otel', 'pypi:opentelemetry-distro', 'pypi:opentelemetry-instrumentation-django', 'pypi:opentelemetry-instrumentation-fastapi', 'pypi:opentelemetry-instrumentation-flask', 'gem:opentelemetry-sdk', 'gem:opentelemetry-instrumentation-all', 'gem:opentelemetry-instrumentation-rails']),
  ...meaning('monitoring', 'prometheus', ['composer:promphp/prometheus_client_php', 'composer:spatie/laravel-prometheus', 'npm:prom-client', 'pypi:prometheus-fastapi-instrumentator', 'pypi:prometheus-flask-exporter', 'pypi:starlette-exporter', 'gem:prometheus_exporter', 'gem:prometheus-client', 'gem:yabeda-prometheus', 'gem:yabeda-prometheus-mmap']),
  ...meaning('monitoring', 'honeybadger', ['npm:@honeybadger-io/js', 'npm:@honeybadger-io/nextjs', 'gem:honeybadger', 'pypi:honeybadger']),
  ...meaning('monitoring', 'rollbar', ['npm:rollbar', 'pypi:rollbar', 'gem:rollbar', 'maven:com.rollbar:rollbar-java', 'maven:com.rollbar:rollbar-spring-boot-webmvc', 'maven:com.rollbar:rollbar-spring-boot3-webmvc']),
  ...meaning('monitoring', 'appsignal', ['npm:@appsignal/nodejs', 'gem:appsignal', 'pypi:appsignal']),
  ...meaning('monitoring', 'skylight', ['gem:skylight']),
  ...meaning('monitoring', 'flare', ['composer:spatie/laravel-flare', 'composer:facade/ignition-flare']),
  ...meaning('monitoring', 'nightwatch', ['composer:laravel/nightwatch']),
  ...meaning('sms-push', 'twilio', ['composer:twilio/sdk', 'composer:laravel-notification-channels/twilio', 'npm:twilio', 'pypi:twilio', 'gem:twilio-ruby', 'maven:com.twilio.sdk:twilio'], { confidence: 'likely' }),
  ...meaning('sms-push', 'vonage', ['composer:laravel/vonage-notification-channel', 'composer:laravel/nexmo-notification-channel', 'composer:nexmo/laravel', 'composer:vonage/client', 'npm:@vonage/server-sdk', 'pypi:vonage', 'gem:vonage', 'maven:com.vonage:client', 'maven:com.vonage:server-sdk']),
  ...meaning('sms-push', 'fcm', ['composer:laravel-notification-channels/fcm', 'composer:kreait/laravel-firebase', 'composer:kreait/firebase-php', 'pypi:firebase-admin', 'pypi:fcm-django', 'pypi:pyfcm', 'gem:fcm', 'maven:com.google.firebase:firebase-admin'], { confidence: 'likely' }),
  ...meaning('sms-push', 'web-push', ['composer:laravel-notification-channels/webpush', 'composer:minishlink/web-push', 'npm:web-push', 'npm:web-push-neo', 'npm:@block65/webcrypto-web-push', 'pypi:pywebpush', 'pypi:django-webpush', 'gem:web-push', 'gem:webpush', 'maven:nl.martijndwars:web-push', 'maven:com.interaso:webpush']),
  ...meaning('sms-push', 'onesignal', ['composer:laravel-notification-channels/onesignal', 'npm:@onesignal/node-onesignal', 'pypi:onesignal-sdk', 'gem:onesignal']),
  ...meaning('sms-push', 'apns', ['composer:laravel-notification-channels/apn', 'composer:edamov/pushok', 'npm:apn', 'npm:@parse/node-apn', 'pypi:aioapns', 'pypi:apns2', 'gem:apnotic', 'gem:houston', 'maven:com.eatthepath:pushy']),
  ...meaning('sms-push', 'sns', ['npm:@aws-sdk/client-sns', 'maven:software.amazon.awssdk:sns'], { confidence: 'likely' }),
  ...meaning('video', 'mediasoup', ['npm:mediasoup', 'npm:mediasoup-client']),
  ...meaning('video', 'livekit', ['npm:livekit-client', 'npm:livekit-server-sdk', 'npm:@livekit/components-react', 'composer:agence104/livekit-server-sdk', 'pypi:livekit-api', 'gem:livekit-server-sdk', 'maven:io.livekit:livekit-server']),
  ...meaning('video', 'twilio', ['npm:twilio-video']),
  ...meaning('video', 'agora', ['npm:agora-rtc-sdk-ng', 'npm:agora-rtc-react', 'npm:agora-rtc-vue']),
  ...meaning('video', 'daily', ['npm:@daily-co/daily-js', 'npm:@daily-co/daily-react']),
  ...meaning('video', 'jitsi', ['npm:@jitsi/react-sdk', 'npm:lib-jitsi-meet']),
  ...meaning('video', 'peerjs', ['npm:peerjs', 'npm:peer']),
  ...meaning('video', 'chime', ['npm:amazon-chime-sdk-js', 'npm:@aws-sdk/client-chime-sdk-meetings']),
  ...meaning('video', 'custom', ['npm:simple-peer', 'npm:@thaunknown/simple-peer', 'npm:webrtc-adapter']),
  ...meaning('monitoring', 'scout', ['gem:scout_apm']),
  ...meaning('monitoring', 'airbrake', ['gem:airbrake', 'gem:airbrake-ruby']),
  ...meaning('monitoring', 'elastic-apm', ['npm:elastic-apm-node', 'gem:elastic-apm']),
  ...meaning('monitoring', 'raygun', ['gem:raygun4ruby']),
  ...meaning('monitoring', 'rorvswild', ['gem:rorvswild']),
  ...meaning('monitoring', 'xray', ['gem:aws-xray-sdk', 'npm:aws-xray-sdk', 'npm:aws-xray-sdk-core', 'npm:@aws-lambda-powertools/tracer', 'pypi:aws-xray-sdk']),
  ...meaning('monitoring', 'cloudwatch', ['npm:aws-embedded-metrics', 'npm:@aws-lambda-powertools/metrics', 'npm:winston-cloudwatch', 'pypi:aws-embedded-metrics', 'pypi:watchtower']),
  ...meaning('monitoring', 'azure', ['npm:applicationinsights']),
  ...meaning('monitoring', 'axiom', ['npm:@axiomhq/pino', 'npm:@axiomhq/winston', 'npm:@axiomhq/js', 'npm:next-axiom']),
  ...meaning('monitoring', 'betterstack', ['npm:@logtail/node', 'npm:@logtail/pino', 'npm:@logtail/winston', 'npm:@logtail/next']),
  ...meaning('monitoring', 'statsd', ['gem:statsd-instrument']),
  ...meaning('monitoring', 'librato', ['gem:librato-rails']),
  ...meaning('sms-push', 'fcm', ['gem:rpush'], { confidence: 'likely' }),
  ...meaning('search', 'tantivy', ['pypi:tantivy']),
  ...meaning('event-streaming', 'kafka', ['composer:mateusjunges/laravel-kafka', 'composer:ext-rdkafka', 'composer:longlang/phpkafka'], { confidence: 'likely' }),
];

const byPackage = new Map<string, LibraryMeaning[]>();
for (const entry of libraryMeanings) {
  const list = byPackage.get(entry.package) ?? [];
  list.push(entry);
  byPackage.set(entry.package, list);
}

export function meaningsOf(dependency: string): readonly LibraryMeaning[] {
  return byPackage.get(dependency) ?? [];
}
