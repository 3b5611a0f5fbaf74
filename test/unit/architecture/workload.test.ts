import assert from 'node:assert/strict';
import fc from 'fast-check';
import { defaultWorkload, deriveWorkload, findWorkloadPreset, peakToAverage, workloadPresets } from '../../../src/core/architecture/workload';
import { workloadFields } from '../../../src/core/model';

describe('workload presets', () => {
  it('span learning, what one server carries, and growth', () => {
    assert.deepEqual(
      workloadPresets.map(({ name, workload }) => [name, workload.peakConcurrentUsers, workload.requestsPerSecond]),
      [
        ['learning', 10, 1],
        ['current', 500, 50],
        ['growth', 50_000, 5000],
      ],
    );
    assert.equal(defaultWorkload.name, 'current');
    assert.deepEqual(findWorkloadPreset('current'), defaultWorkload);
    assert.equal(findWorkloadPreset('huge'), undefined);
  });

  it('derive each number by its formula', () => {
    assert.deepEqual(deriveWorkload(500), {
      usersPerMonth: 50_694, // 500 ÷ (8 visits ÷ 30.4 days × 15 % × ¼ h)
      peakConcurrentUsers: 500,
      requestsPerSecond: 50, // one request in 10 s
      requests: 36_500_000, // 50 ÷ 3.6 × 2,628,000 s
      databaseGb: 5, // 100 KB a user
      filesGb: 357, // twelve months of 1 MB uploads
      uploads: 30_417, // one in five transactions
      egressGb: 721, // 15 KB a request, 512 KB a visit
      jobs: 760_415, // five a transaction
      emails: 152_083, // 500 × 10 a day × 30.4 days
      smsMessages: 30_417,
      realtimeMessages: 8_111_040, // 20 a visit
      connectionMinutes: 6_083_280, // 15 a visit
      callMinutes: 4_562_490, // two people, 15 minutes
      logsGb: 36, // 1 KB a request and a job
    });
  });

  it('are consistent for any number of users: the mean is the peak over 3.6, and more users never need less', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), fc.integer({ min: 1, max: 1000 }), (users, more) => {
        const workload = deriveWorkload(users);
        const larger = deriveWorkload(users + more);
        assert.ok(Math.abs(workload.requests / (730 * 3600) - workload.requestsPerSecond / peakToAverage) < 0.01);
        for (const field of workloadFields) {
          assert.ok(Number.isFinite(workload[field]) && workload[field] >= 0, field);
          assert.ok(larger[field] >= workload[field], field);
        }
      }),
    );
  });
});
