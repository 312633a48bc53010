import { closeIdlePools, dumpPool, openPool, restorePool } from '/work/main/lib/pool';
import { profileOf, fileOf } from '/work/main/test/unit/pool/support/people';
import { rmSync } from 'node:fs';
const t0=Date.now(); const log=(x:unknown)=>console.log(Date.now()-t0, x);
async function main(){
  for (const d of ['/tmp/rt-a','/tmp/rt-b','/tmp/rt.vivier']) rmSync(d,{recursive:true,force:true});
  const config={backend:'embedded' as const,folder:'/tmp/rt-a',encryptionKey:'correct horse battery staple'};
  const pool=await openPool(config); log('open');
  await pool.candidates.upsert({profile:profileOf({name:'Marie Essai'}),document:fileOf('x'.repeat(100000))}); await pool.close(); log('filled');
  log(await dumpPool(config,'/tmp/rt.vivier')); await closeIdlePools(); log('closed');
  const r = await restorePool({...config,folder:'/tmp/rt-b'},'/tmp/rt.vivier',{by:'Alice'}); log(r);
}
setInterval(()=>undefined,1000).unref();
main().then(()=>log('done'),e=>log(e));
