import assert from 'node:assert/strict';
import { ci } from '../../../../src/core/detectors/ci';
import { loadFormats } from '../../../../src/core/formats';

const formats = await loadFormats([]);

function told(text: string): readonly string[] {
  return ci.extract({ path: '.github/workflows/main.yml', text }, formats).facts.map(({ name, at }) => `${name} ${text.slice(at.range.start, at.range.end)}`);
}

describe('CI pipelines', () => {
  for (const [line, expected] of [
    ['      - run: npm test', ['ci.tests npm test']],
    ['      - run: php artisan test --parallel', ['ci.tests artisan test']],
    ['  - ./mvnw -B verify', ['ci.tests mvnw -B verify']],
    ['      - run: bundle exec rake test', ['ci.tests bundle exec rake test']],
    ['      - run: pnpm turbo run lint test', ['ci.tests turbo run lint test']],
    ['      - uses: docker/build-push-action@v6', ['ci.deploys docker/build-push-action']],
    ['      - run: docker buildx build -t shop --push .', ['ci.deploys docker buildx build -t shop --push']],
    ['      - uses: aws-actions/amazon-ecs-deploy-task-definition@v2', ['ci.deploys aws-actions/amazon-ecs-deploy-task-definition']],
    ['      - run: npx cdk deploy --all', ['ci.deploys cdk deploy']],
    ['      - run: npx vercel deploy --prebuilt --prod', ['ci.deploys vercel deploy --prebuilt --prod']],
    ['      - run: curl -X POST https://forge.laravel.com/servers/1/sites/2/deploy/http?token=x', ['ci.deploys forge.laravel.com/servers']],
    ['      - run: rsync -az dist/ deploy@example.org:/var/www', ['ci.deploys rsync -az dist/ deploy@']],
    ['      # - run: npm test', []],
    ['      - uses: actions/labeler@v5', []],
    ['      - run: npm run lint', []],
    ['name: Deploy the docs', []],
  ] as const) {
    it(line.trim(), () => assert.deepEqual(told(`jobs:\n${line}\n`), expected));
  }

  it('takes the first line of each', () => {
    assert.deepEqual(told('a\r\n- run: pytest\r\n- run: go test ./...\r\n- run: helm upgrade shop\r\n'), ['ci.tests pytest', 'ci.deploys helm upgrade']);
  });
});
