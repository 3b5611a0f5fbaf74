import { strict as assert } from 'node:assert';
import { readWorkspace } from '../../support/workspace';

const disk = 'django.core.files.storage.FileSystemStorage';
const bucket = 'storages.backends.s3boto3.S3Boto3Storage';

/** What keeps uploads where the backend is this expression. */
async function storage(backend: string): Promise<string | undefined> {
  const workspace = await readWorkspace({
    'manage.py': "import os\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'shop.settings')\n",
    'requirements.txt': 'Django==5.2\npsycopg==3.2\ndjango-storages[s3]==1.14\n',
    'shop/models.py': 'from django.db import models\n\nclass Scan(models.Model):\n    image = models.FileField()\n',
    'shop/settings.py': `DATABASES = {'default': {'ENGINE': 'django.db.backends.postgresql'}}\nSTORAGES = {\n    "default": {\n        "BACKEND": ${backend},\n    },\n}\nAWS_STORAGE_BUCKET_NAME = "scans"\n`,
  });
  return workspace.needs.find(({ id }) => id === 'file-storage')?.technology;
}

describe('a choice within a Django setting', () => {
  const cases: Readonly<Record<string, string>> = {
    [`"${bucket}" if not TESTING else "${disk}"`]: 's3',
    [`("${disk}" if TESTING else "${bucket}")`]: 's3',
    [`(\n            "${bucket}"\n            if not settings.DEBUG\n            else "${disk}"\n        )`]: 's3',
    [`"${bucket}" if IS_PRODUCTION else "${disk}"`]: 's3',
    [`"${disk}" if not PRODUCTION else "${bucket}"`]: 's3',
    [`"${disk}" if PRODUCTION else "${bucket}"`]: 'local',
    [`"${bucket}" if DEBUG else "${disk}"`]: 'local',
  };
  for (const [backend, technology] of Object.entries(cases)) {
    it(`is what visitors meet: ${backend.replace(/\s+/g, ' ')}`, async () => assert.equal(await storage(backend), technology));
  }
});
