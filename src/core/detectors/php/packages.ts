/** Packages by which Symfony's Messenger reaches a broker → where jobs wait. */
export const messengerBridges: Readonly<Record<string, string>> = { 'composer:symfony/doctrine-messenger': 'database', 'composer:symfony/amqp-messenger': 'rabbitmq', 'composer:symfony/redis-messenger': 'redis', 'composer:symfony/amazon-sqs-messenger': 'sqs', 'composer:symfony/beanstalkd-messenger': 'beanstalkd' };
