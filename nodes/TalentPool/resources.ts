import * as apiKeyAdd from './actions/apiKey/add.operation';
import * as apiKeyGetAll from './actions/apiKey/getAll.operation';
import * as apiKeyRevoke from './actions/apiKey/revoke.operation';
import * as applicationAssign from './actions/application/assign.operation';
import * as applicationConsent from './actions/application/consent.operation';
import * as applicationDecisions from './actions/application/decisions.operation';
import * as applicationGet from './actions/application/get.operation';
import * as applicationGetAll from './actions/application/getAll.operation';
import * as applicationInvite from './actions/application/inviteToTest.operation';
import * as applicationMove from './actions/application/moveStage.operation';
import * as applicationNote from './actions/application/note.operation';
import * as applicationOverride from './actions/application/override.operation';
import * as applicationTest from './actions/application/updateTest.operation';
import * as applicationUpsert from './actions/application/upsert.operation';
import * as candidateAccept from './actions/candidate/acceptSuggestions.operation';
import * as candidateAsk from './actions/candidate/ask.operation';
import * as candidateCount from './actions/candidate/count.operation';
import * as candidateDocument from './actions/candidate/getDocument.operation';
import * as candidateErase from './actions/candidate/erase.operation';
import * as candidateExport from './actions/candidate/export.operation';
import * as candidateForOffer from './actions/candidate/forOffer.operation';
import * as candidateGet from './actions/candidate/get.operation';
import * as candidateGetAll from './actions/candidate/getAll.operation';
import * as candidateGiveBack from './actions/candidate/giveBack.operation';
import * as candidateHold from './actions/candidate/hold.operation';
import * as candidateKnown from './actions/candidate/known.operation';
import * as candidateMerge from './actions/candidate/merge.operation';
import * as candidateOffers from './actions/candidate/offersFor.operation';
import * as candidateRectify from './actions/candidate/rectify.operation';
import * as candidateRuns from './actions/candidate/getRuns.operation';
import * as candidateRenew from './actions/candidate/renewConsent.operation';
import * as candidateSearch from './actions/candidate/search.operation';
import * as candidateTake from './actions/candidate/takeWaiting.operation';
import * as candidateUpsert from './actions/candidate/upsert.operation';
import * as candidateVersions from './actions/candidate/versions.operation';
import * as documentExplain from './actions/document/explain.operation';
import * as documentAgain from './actions/document/makeAgain.operation';
import * as documentGet from './actions/document/get.operation';
import * as documentGetAll from './actions/document/getAll.operation';
import * as documentLists from './actions/document/getLists.operation';
import * as documentListAgain from './actions/document/makeListAgain.operation';
import * as documentSave from './actions/document/save.operation';
import * as documentSaveList from './actions/document/saveList.operation';
import * as offerClose from './actions/offer/close.operation';
import * as offerConfirm from './actions/offer/confirm.operation';
import * as offerCreate from './actions/offer/create.operation';
import * as offerGet from './actions/offer/get.operation';
import * as offerGetAll from './actions/offer/getAll.operation';
import * as offerOpen from './actions/offer/open.operation';
import * as offerRefusals from './actions/offer/refusals.operation';
import * as offerUpsert from './actions/offer/upsert.operation';
import * as poolActivity from './actions/pool/activity.operation';
import * as poolAudit from './actions/pool/audit.operation';
import * as poolDue from './actions/pool/due.operation';
import * as poolHealth from './actions/pool/health.operation';
import * as poolMetrics from './actions/pool/metrics.operation';
import * as poolPurge from './actions/pool/purge.operation';
import * as poolStatistics from './actions/pool/statistics.operation';
import * as poolEmbed from './actions/pool/updateEmbeddings.operation';
import * as poolVerify from './actions/pool/verifyAudit.operation';
import type { Operation } from './operation';

export interface Resource {
  name: string;
  value: string;
  /** Alphabetical, as n8n shows them. */
  operations: Operation[];
  defaultOperation: string;
}

export const resources: Resource[] = [
  {
    name: 'API Key',
    value: 'apiKey',
    operations: [apiKeyAdd, apiKeyGetAll, apiKeyRevoke],
    defaultOperation: 'getAll',
  },
  {
    name: 'Application',
    value: 'application',
    operations: [
      applicationNote,
      applicationAssign,
      applicationGet,
      applicationDecisions,
      applicationGetAll,
      applicationInvite,
      applicationMove,
      applicationOverride,
      applicationConsent,
      applicationUpsert,
      applicationTest,
    ],
    defaultOperation: 'getAll',
  },
  {
    name: 'Candidate',
    value: 'candidate',
    operations: [
      candidateAccept,
      candidateAsk,
      candidateCount,
      candidateErase,
      candidateExport,
      candidateForOffer,
      candidateGet,
      candidateRuns,
      candidateDocument,
      candidateGetAll,
      candidateVersions,
      candidateHold,
      candidateKnown,
      candidateMerge,
      candidateOffers,
      candidateRectify,
      candidateRenew,
      candidateUpsert,
      candidateSearch,
      candidateTake,
      candidateGiveBack,
    ],
    defaultOperation: 'upsert',
  },
  {
    name: 'Document',
    value: 'document',
    operations: [
      documentExplain,
      documentGet,
      documentGetAll,
      documentLists,
      documentAgain,
      documentListAgain,
      documentSave,
      documentSaveList,
    ],
    defaultOperation: 'getAll',
  },
  {
    name: 'Offer',
    value: 'offer',
    operations: [offerClose, offerConfirm, offerCreate, offerGet, offerGetAll, offerRefusals, offerOpen, offerUpsert],
    defaultOperation: 'getAll',
  },
  {
    name: 'Pool',
    value: 'pool',
    operations: [
      poolActivity,
      poolVerify,
      poolHealth,
      poolMetrics,
      poolDue,
      poolPurge,
      poolAudit,
      poolStatistics,
      poolEmbed,
    ],
    defaultOperation: 'statistics',
  },
];
