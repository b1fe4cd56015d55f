// Generated from the JSON Schemas that the library publishes (`cargo xtask generate`).

/** Anything that JSON can say. */
export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

declare const kind: unique symbol;

/** An id of one kind, which is no id of another. A text that holds one is said to be one: `text as ProcessId`. */
export type Id<Kind extends string> = string & { readonly [kind]: Kind };

/** What the name of a stream has after the stroke, by its kind. */
export interface StreamIds {
  consent: PersonId;
  host: string;
  import: string;
  mandate: MandateId;
  organisation: OrganisationId;
  person: PersonId;
  process: ProcessId;
  rating: string;
}

/** The name of a stream of one kind. */
export type StreamOf<Kind extends keyof StreamIds> = Kind extends unknown ? `${Kind}/${StreamIds[Kind]}` : never;

/**
 * Accepts a contribution. Needs `contribution.review` on its task. It must be another person's, unless the
 * governance model lets people review their own.
 */
export interface AcceptContribution {
  /** The contribution. */
  contribution: ContributionId;
  /** Its level; if absent, suggested from its share of the task's claims. */
  level?: Level | null;
}

/** Accepts a mandate that waits for it: as the holder, or as the principal if the holder requested it. */
export interface AcceptMandate {
  /** The code, if the kind asks for one. */
  acceptance_code?: Key | null;
}

/** Accepts a request to take part and grants a role. Needs what granting the role needs. */
export interface AcceptParticipation {
  /** The organisation in whose name the person will hold the role; as a citizen if absent. */
  acting_for?: HostId | null;
  /** The item to which the role applies, with everything below; the whole process if absent. */
  item?: ItemId | null;
  /** Why. Kept in the vault, as a text about the person asking. */
  reason?: Remark | null;
  /** The request. */
  request: ParticipationId;
  /** The role. */
  role: Key;
}

/** Whether a mandate takes effect without its holder. */
export type Acceptance =
  /** The holder accepts it with a code that the principal passed to them outside this record. */
  | "by_code"
  /** The holder accepts it. */
  | "by_holder"
  /** It takes effect when it is granted. */
  | "none";

/** The commands that can need approval: one for each act that a permission allows. */
export type ActName =
  /** `process.edit` */
  | "process.edit"
  /** `process.publish` */
  | "process.publish"
  /** `process.close` */
  | "process.close"
  /** `template.adopt` */
  | "template.adopt"
  /** `catalogue.adopt` */
  | "catalogue.adopt"
  /** `governance.adopt` */
  | "governance.adopt"
  /** `item.add` */
  | "item.add"
  /** `item.edit` */
  | "item.edit"
  /** `item.move` */
  | "item.move"
  /** `tree.replace` */
  | "tree.replace"
  /** `task.estimate` */
  | "task.estimate"
  /** `prerequisite.add` */
  | "prerequisite.add"
  /** `prerequisite.remove` */
  | "prerequisite.remove"
  /** `item.disable` */
  | "item.disable"
  /** `item.enable` */
  | "item.enable"
  /** `item.schedule` */
  | "item.schedule"
  /** `task.start` */
  | "task.start"
  /** `task.complete` */
  | "task.complete"
  /** `task.reopen` */
  | "task.reopen"
  /** `assignment.make` */
  | "assignment.make"
  /** `assignment.withdraw` */
  | "assignment.withdraw"
  /** `assignment.complete` */
  | "assignment.complete"
  /** `prerequisite.waive` */
  | "prerequisite.waive"
  /** `role.grant` */
  | "role.grant"
  /** `role.revoke` */
  | "role.revoke"
  /** `participation.decline` */
  | "participation.decline"
  /** `restriction.place` */
  | "restriction.place"
  /** `restriction.lift` */
  | "restriction.lift"
  /** `asset.add` */
  | "asset.add"
  /** `asset.edit` */
  | "asset.edit"
  /** `asset.revise` */
  | "asset.revise"
  /** `asset.delete` */
  | "asset.delete"
  /** `asset.open` */
  | "asset.open"
  /** `contribution.claim` */
  | "contribution.claim"
  /** `contribution.record` */
  | "contribution.record"
  /** `contribution.accept` */
  | "contribution.accept"
  /** `contribution.return` */
  | "contribution.return"
  /** `points.award` */
  | "points.award"
  /** `points.reverse` */
  | "points.reverse"
  /** `purpose.require` */
  | "purpose.require"
  /** `purpose.release` */
  | "purpose.release";

/** One processing activity. */
export interface Activity {
  /** The lawful basis. */
  basis: LawfulBasis;
  /** The categories of data, by their terms in the Data Privacy Vocabulary: Art. 30(1)(c). */
  data: string[];
  /** The categories of data subjects, by their terms there: Art. 30(1)(c). */
  data_subject_categories: string[];
  /** Where the data are kept. */
  kept?: Kept;
  /** How long the data are kept. */
  limit?: Limit;
  /** The notice with the purpose. */
  notice: DocumentId;
  /** The purpose, by its name for programs. */
  purpose: Key;
  /** The purpose: Art. 30(1)(b). */
  purpose_name: ReadText;
  /** The recipients. */
  recipients: Receiver[];
  /** The categories of data that belong to the special categories of Art. 9. */
  special?: string[];
}

/** Reads an export of the INTERLINK platform and stores it as the document that `process.import` takes. */
export interface AddArchiveRequest {
  /** The zip archive. */
  archive: Base64;
}

/**
 * Adds an asset to a task. Needs `asset.create` there.
 *
 * If the governance model says so, the first asset of an awaiting task starts the task.
 */
export interface AddAsset {
  /** Its content. */
  content: Content;
  /** What it was made from. */
  derived_from?: Derivation[];
  /** A description. */
  description?: Localized | null;
  /** The knowledge resource of the process's catalogue it was made from. */
  interlinker?: Key | null;
  /** The task. */
  item: ItemId;
  /** The licence for using it. */
  licence?: Licence | null;
  /** Its title. Public: it must not be about a private person. */
  title: Localized;
}

/** Reads a catalogue in INTERLINK's folder layout and stores it with its templates. */
export interface AddCatalogueRequest {
  /**
   * Its files; the small catalogue that comes with the library if absent. For pictures and documents the path is
   * enough.
   */
  files?: TextFile[] | null;
}

/** Adds a phase, an objective or a task. Needs `item.add` on its parent. */
export interface AddItem {
  /** The sibling it comes before; it comes last if absent. */
  before?: ItemId | null;
  /** Whether the service is delivered in it; for phases only. */
  codelivery?: boolean;
  /** A description. */
  description?: Localized | null;
  /** Its kind. */
  kind: ItemKind;
  /** Its name. */
  name: Localized;
  /** Its parent; absent for a phase. */
  parent?: ItemId | null;
  /** Its problem profiles. */
  problem_profiles?: Key[];
}

/** Makes a person a member of the organisation. */
export interface AddMember {
  /** When the membership begins; at the command's time if absent. */
  from?: Timestamp | null;
  /** The host's id of the person. */
  person: HostId;
  /** When the membership ends; never if absent. */
  until?: Timestamp | null;
}

/** Makes an item wait for another. A cycle is refused. Needs `item.edit`. */
export interface AddPrerequisite {
  /** The item that will wait. */
  item: ItemId;
  /** The status it waits for. */
  needs: Needs;
  /** The other. */
  on: ItemId;
}

/** Adds a person to a team. */
export interface AddTeamMember {
  /** When the membership begins; at the command's time if absent. */
  from?: Timestamp | null;
  /** The host's id of the person. */
  person: HostId;
  /** The host's id of the team. */
  team: HostId;
  /** When the membership ends; never if absent. */
  until?: Timestamp | null;
}

/** A stored document. */
export interface AddedView {
  /** The SHA-256 of its canonical JSON. */
  document: DocumentId;
}

/** A person became an administrator. */
export interface AdministratorAppointed {
  /** The person. */
  person_id: PersonId;
  /** What the decision read in other streams. */
  relied_on?: Reliance[];
  /** Whether an operator appointed the person, because every administrator was erased. */
  successor?: boolean;
}

/** A person is no longer an administrator. */
export interface AdministratorDismissed {
  /** The person. */
  person_id: PersonId;
}

/** Changes the catalogue, or its version, from which interlinkers are taken. Needs `process.administer`. */
export interface AdoptCatalogue {
  /** The catalogue, by the SHA-256 of its canonical JSON. */
  catalogue: DocumentId;
}

/**
 * Adopts another governance model for the process. Needs `process.administer`.
 *
 * Once work has begun, only a higher version of the same model can be adopted, and its effect must be
 * declared; a dry run returns the effect.
 */
export interface AdoptGovernance {
  /** The effect of the change. Required once work has begun. */
  effect?: Effect | null;
  /** The model, by the SHA-256 of its canonical JSON. */
  model: DocumentId;
  /** The reason. Kept in the vault, as a text by the actor. */
  reason: Remark;
}

/**
 * Adopts a higher version of the template from which the process was made.
 * Needs `process.administer`.
 *
 * New items are added and items that the new version lacks are disabled. Texts and prerequisites follow the
 * new version unless the process changed them itself. Once work has begun, the effect must be declared; a dry
 * run computes it.
 */
export interface AdoptTemplate {
  /** The effect of the change. Required once work has begun. */
  effect?: TemplateEffect | null;
  /** Why. Kept in the vault, as a text by the actor. */
  reason: Remark;
  /** The template, by the SHA-256 of its canonical JSON. */
  template: DocumentId;
}

/** The age in a country from a day on. */
export interface AgeRow {
  /** The age, 13 to 16. */
  age: number;
  /** The country. */
  country: Country;
  /** The first day on which it applies. */
  from: Date;
  /** The law. Required for a row that lowers the age of the shipped table. */
  law?: Uri;
  /** The source of the row. */
  source: string;
}

/** One place where the files are not correct. */
export interface Anomaly {
  /** What kind of anomaly it is. */
  code: Code;
  /** The file, by its path in the catalogue's folder. */
  file: string;
  /** What is wrong there. */
  message: string;
  /** A JSON Pointer to the place in the file. */
  pointer: string;
  /** What was read instead. */
  repair: string;
}

/** Answers a request, on behalf of the controller. */
export interface AnswerSubjectRequest {
  /** The outcome. */
  outcome: Outcome;
  /** The reason that the person is told; required for a refusal. Kept in the vault. */
  reason?: Remark | null;
  /** The request. */
  request: SubjectRequestId;
}

/**
 * Makes a person an administrator of the organisation: by an administrator; or by an operator of the store, if
 * every administrator was erased.
 */
export interface AppointAdministrator {
  /** The host's id of the person. */
  person: HostId;
}

/** Makes a person an operator of the store: by an operator, or by the host itself. */
export interface AppointOperator {
  /** The host's id of the person. */
  person: HostId;
}

/** Appoints a representative: by the data subject, or by an official who has seen the evidence. */
export interface AppointRepresentative {
  /** The organisation on whose behalf an official records it. */
  acting_for?: HostId | null;
  /** The data subject, if not the actor. */
  data_subject?: HostId | null;
  /** The SHA-256 of the evidence; required of an official. */
  evidence?: FileDigest | null;
  /** When the appointment begins; not in the past. Now, if absent. */
  from?: Timestamp | null;
  /** The capacity of the representative. */
  kind: RepresentativeKind;
  /** The representative. */
  representative: HostId;
  /** What the appointment is for. It is for everything only if it says so. */
  scope: ExtentRef;
  /** When the appointment ends. */
  until?: Timestamp | null;
}

/** Who appointed or dismissed an operator. */
export type AppointedBy =
  /** The host itself. */
  | "host"
  /** An operator. */
  | "operator";

/** Approval for an act was requested. */
export interface ApprovalAsked {
  /** The exact command: a commitment to a text in the vault, with parties by the library's ids. */
  content: Commitment;
  /** The item; the process as a whole if absent. */
  item?: ItemId;
  /** What the act concerns besides the item. */
  matter: Matter;
  /** The permission that the act needs. */
  permission: Permission;
  /** What the decision read in other streams. */
  relied_on?: Reliance[];
  /** The request's id. */
  request: ApprovalId;
  /** A hash of the state of what the act concerns; any other state has another hash. */
  seen: Seen;
}

/** An act was approved. */
export interface ApprovalGiven {
  /** The approval's id. */
  approval: ApprovalId;
  /** The item; the process as a whole if absent. */
  item?: ItemId;
  /** The permission that the act needs. */
  permission: Permission;
  /** What the decision read in other streams. */
  relied_on?: Reliance[];
  /** The request; the approval is for exactly what it contains. */
  request: ApprovalId;
  /** The roles in which it was given, among those that the model names for the act. */
  roles: Key[];
}

/** 16 bytes as lower-case hexadecimal. */
export type ApprovalId = Id<"ApprovalId">;

/** An open request for the approval of an act. */
export interface ApprovalRequestView {
  /** The exact command, with parties by the library's ids; absent if the text was erased. */
  act?: Deed;
  /** When it was requested. */
  at: Timestamp;
  /** The person who requests it. */
  by: PartyName;
  /** Whether what it concerns has changed since, so that it must be requested again. */
  changed: boolean;
  /** The item; the process as a whole if absent. */
  item?: ItemId;
  /** What the act concerns. */
  matter: MatterView;
  /** The people who can approve it at the moment of the view. */
  of: PartyName[];
  /** The permission that the act needs. */
  permission: Permission;
  /** Its id. */
  request: ApprovalId;
}

/** An act that others must approve first. */
export interface ApprovalRule {
  /** The role whose holders must approve the act. */
  by: Key;
  /** How many must approve it; the actor counts as one if they hold the role and did not grant it to themselves. */
  count: number;
  /** The act. */
  permission: Permission;
}

/** An act with approvals was done. This event accompanies the act, and uses the approvals up. */
export interface ApprovalUsed {
  /** The request. */
  request: ApprovalId;
}

/** An approval that has not been used yet. */
export interface ApprovalView {
  /** Its id. */
  approval: ApprovalId;
  /** When it was given. */
  at: Timestamp;
  /** The person who gave it. */
  by: PartyName;
  /** The item; the process as a whole if absent. */
  item?: ItemId;
  /** What the act concerns. */
  matter: MatterView;
  /** The permission that the act needs. */
  permission: Permission;
  /** The request, which contains what is approved. */
  request: ApprovalId;
  /** The roles in which it was given. */
  roles: Key[];
}

/** An approval was withdrawn. */
export interface ApprovalWithdrawn {
  /** The approval. */
  approval: ApprovalId;
}

/** The approvals that an act needs. */
export interface ApprovalsView {
  /** How many were given. */
  given: number;
  /** The role whose holders approve. */
  role: Key;
  /** How many are needed. */
  wanted: number;
  /** Some of the people who could still approve; empty if the asker may not see who takes part. */
  who?: PartyName[];
}

/** A file of an export. */
export interface ArchiveFile {
  /** Its bytes, in the answer to a request. A binding that hands over bytes returns them separately. */
  content?: Base64;
  /** Its SHA-256. */
  sha256: FileDigest;
  /** Its length in bytes. */
  size: number;
}

/** A person named in an export. */
export interface ArchivePerson {
  /** Whether the person administered the process. The host must map such a person to an id of its own. */
  administrator: boolean;
  /** How the export names them: an e-mail address or an account id. */
  named: HostId;
}

/** The contents of an export of the INTERLINK platform. */
export interface ArchiveView {
  /** The files in the export. The host stores their bytes. */
  files: ArchiveFile[];
  /** The document made from it: the input of `process.import`. */
  import: DocumentId;
  /** The shipped governance models that the export says it follows, by name. */
  models: Key[];
  /** The people it names, in the order in which `process.import` names them. */
  people: ArchivePerson[];
  /** Remarks made while reading it. */
  report: Report;
}

/** A process as an export of the INTERLINK platform. */
export interface ArchiveWrittenView {
  /** The zip archive. */
  archive: Base64;
  /** What the export format cannot hold, and files whose bytes were not given. */
  report: Report;
}

/** The area where it applies. */
export type Area =
  /** In the European Union. */
  | "eu"
  /** In one country. */
  | "national"
  /** In one place. */
  | "local";

export type ArrayOfInterlinkProblemProfile = InterlinkProblemProfile[];

/** A point in the history of a stream. */
export type AsOf = "now" | { seq: Seq } | { time: Timestamp };

/**
 * Requests approval for an act for which the governance model requires it. Needs the permission of the act.
 *
 * Whoever may approve it is notified.
 */
export interface AskApproval {
  /**
   * The exact command that will be given: the approval is for this command and nothing else. Kept in the
   * vault, as a text about the person whom the command's own texts would concern, so that the approvers can
   * read it.
   */
  act: Deed;
  /** The item of the act; the process as a whole if absent. */
  item?: ItemId | null;
  /** What the act concerns besides the item. */
  matter?: MatterRef | null;
  /** The permission that the act needs. */
  permission: Permission;
}

/** Asks to take part in the process. Needs no permission; a person may have one open request at a time. */
export interface AskParticipation {
  /** Why. Kept in the vault, as a text about the person asking. */
  text: Remark;
}

/** An asset was added to a task. */
export interface AssetAdded {
  /** Its id. */
  asset: AssetId;
  /** Its content. */
  content: Content;
  /** What it was made from. */
  derived_from?: Derivation[];
  /** A description. */
  description?: Localized;
  /** Unmet prerequisites of which the model only warns. */
  despite?: Unmet[];
  /** The knowledge resource of the process's catalogue it was made from. */
  interlinker?: Key;
  /** The task. */
  item: ItemId;
  /** The licence for using it. */
  licence?: Licence;
  /** What the decision read in other streams. */
  relied_on?: Reliance[];
  /** Its title. */
  title: Localized;
}

/** An asset was deleted. */
export interface AssetDeleted {
  /** The asset. */
  asset: AssetId;
  /** Why: a commitment to a text in the vault. */
  reason?: Commitment;
  /** What the decision read in other streams. */
  relied_on?: Reliance[];
}

/** The title, description or licence of an asset changed; absent fields stayed unchanged. */
export interface AssetEdited {
  /** The asset. */
  asset: AssetId;
  /** The new description. */
  description?: Localized;
  /** The new licence. */
  licence?: Licence;
  /** What the decision read in other streams. */
  relied_on?: Reliance[];
  /** The new title. */
  title?: Localized;
}

/** 16 bytes as lower-case hexadecimal. */
export type AssetId = Id<"AssetId">;

/** A person opened an asset. */
export interface AssetOpened {
  /** The asset. */
  asset: AssetId;
  /** What the decision read in other streams. */
  relied_on?: Reliance[];
}

/** An asset got a new version. */
export interface AssetRevised {
  /** The asset. */
  asset: AssetId;
  /** Its new content. */
  content: Content;
  /** What the decision read in other streams. */
  relied_on?: Reliance[];
}

/** An asset. */
export interface AssetView {
  /** Its id. */
  asset: AssetId;
  /** When it was made, by the account of the system it was imported from; not a time of this record. */
  claimed_created?: Timestamp;
  /** Whether a required purpose has no consent, so that its versions are not shown. */
  closed?: boolean;
  /** Its deletion, if it was deleted. */
  deleted?: DeletionView;
  /** What it was made from. */
  derived_from?: Derivation[];
  /** Its description. */
  description?: ReadText;
  /** The knowledge resource it was made from. */
  interlinker?: Key;
  /** Its task. */
  item: ItemId;
  /** The licence for using it. */
  licence?: Licence;
  /** The licence's INTERLINK class. */
  licence_class?: LicenceClass;
  /** The actions available to the person who asks. */
  offers: Offer[];
  /** Its title. */
  title: ReadText;
  /** Its versions, in order. */
  versions: VersionView[];
}

/** The assets of a process or a task. */
export interface AssetsRequest {
  /** The person who asks, by the host's id. */
  actor: HostId;
  /** The state asked about. */
  as_of?: AsOf;
  /** The moment of the check. */
  at: Timestamp;
  /** The task; all if absent. */
  item?: ItemId | null;
  /** The language; the process's own if absent. */
  language?: Language | null;
  /** The process. */
  process: ProcessId;
}

/** Assets. */
export interface AssetsView {
  /** In the order in which they were added. */
  assets: AssetView[];
}

/** An assignment was marked as done. */
export interface AssignmentCompleted {
  /** The assignment. */
  assignment: AssignmentId;
  /** What the decision read in other streams. */
  relied_on?: Reliance[];
}

/** 16 bytes as lower-case hexadecimal. */
export type AssignmentId = Id<"AssignmentId">;

/** Work on a task was assigned. */
export interface AssignmentMade {
  /** The asset, if any. */
  asset?: AssetId;
  /** Its id. */
  assignment: AssignmentId;
  /** The assignee. */
  holder: Holder;
  /** The task. */
  item: ItemId;
  /** What the decision read in other streams. */
  relied_on?: Reliance[];
  /** The work: a commitment to a text in the vault. */
  text?: Commitment;
}

/** An assignment. */
export interface AssignmentView {
  /** The asset, if any. */
  asset?: AssetId;
  /** Its id. */
  assignment: AssignmentId;
  /** When. */
  at: Timestamp;
  /** By whom. */
  by: PartyName;
  /** When it was done. */
  completed?: Timestamp;
  /** Who said that it was done. */
  completed_by?: PartyName;
  /** The assignee. */
  holder: PartyName;
  /** The task. */
  item: ItemId;
  /** The work; absent if no text was given or it was erased. */
  text?: string;
  /** When it was withdrawn. */
  withdrawn?: Timestamp;
}

/** An assignment was withdrawn. */
export interface AssignmentWithdrawn {
  /** The assignment. */
  assignment: AssignmentId;
  /** What the decision read in other streams. */
  relied_on?: Reliance[];
}

/**
 * Looks up whom a text concerns that is kept with attribution after an erasure, on behalf of the controller
 * that keeps it. This leaves an event; the request `attribution` names that event and returns the answer.
 */
export interface AttributeText {
  /** The text, by its commitment on record. */
  text: Commitment;
}

/** A text whose person the organisation that keeps it can still find out after an erasure. */
export interface Attributed {
  /** The place of the sealed link in the vault. */
  pseudonym_link: Commitment;
  /** The text. */
  text: Commitment;
}

/**
 * The owner of a text that an organisation keeps for a legal claim. Requires an event that records the access:
 * `text.attributed`.
 */
export interface AttributionRequest {
  /** The moment of the check. */
  at: Timestamp;
  /** The event by which the organisation recorded the access. */
  event: EventId;
  /** The pseudonym of the text's owner. */
  person_id: PersonId;
}

/** The person whom a text concerns that an organisation keeps for a legal claim after an erasure. */
export interface AttributionView {
  /**
   * The id by which the host knew the person; absent if no event records that the organisation looked it up, or if
   * it is not or no longer kept here.
   */
  host_id?: HostId;
  /** The pseudonym. */
  person_id: PersonId;
  /** The text; absent if no event records that somebody looked it up. */
  text?: Commitment;
}

/** An event of the audit trail. */
export interface AuditEntry {
  /** When it happened. */
  at: Timestamp;
  /** The event. */
  event: EventId;
  /** Its position; ask for what comes after it next time. */
  position: Position;
  /** The sentence. */
  sentence: Sentence;
  /** The stream. */
  stream: StreamId;
}

/** A page of entries. */
export interface AuditEntryPage {
  /** How far the feed was read: ask for what comes after it next time. */
  after: Position;
  /** The entries, in order. */
  entries: AuditEntry[];
}

/** The audit trail: the feed as sentences. */
export interface AuditTrailRequest {
  /** The position after which to begin; 0 for the beginning. */
  after?: Position;
  /** The language; English if absent. */
  language?: Language | null;
  /** How many events are read at most, up to 10 000. */
  limit: number;
}

/** How a program learns who its user is. */
export type AuthMethod =
  /** From a header. */
  | "header"
  /** From a cookie. */
  | "cookie";

/** Who may perform an act on a mandate, on one side of it. If nothing is set, nobody may. */
export interface Authority {
  /** Whoever acts for this side by an active mandate of one of these kinds, by their codes. */
  by_kinds?: Key[];
  /** The side itself: the person; the administrators of the organisation; the lead of the team. */
  party_itself?: boolean;
}

/** The degree of automation. */
export type Automation =
  /** People decide. */
  | "none"
  /** Machines assist. */
  | "partial"
  /** Machines decide alone; `automated_decisions` explains the consequences (Art. 22). */
  | "full";

/** 16 bytes as lower-case hexadecimal. */
export type AwardId = Id<"AwardId">;

/**
 * Awards the points of a finished task to all its contributors at once. Needs `contribution.review` there; no
 * claim may be waiting for review.
 */
export interface AwardPoints {
  /** The task. */
  item: ItemId;
}

/** The points of one task. */
export interface AwardView {
  /** When. */
  at: Timestamp;
  /** Its id. */
  award: AwardId;
  /** By whom. */
  by: PartyName;
  /** The points of each contributor. */
  entries: EntryView[];
  /** The task. */
  item: ItemId;
  /** When it was reversed. */
  reversed?: Timestamp;
  /** Why its points do not rely on finished work any more; they count until they are reversed. */
  unsettled?: Unsettled;
}

/** Bytes in Base64 (RFC 4648), with padding. */
export type Base64 = string;

/**
 * A body with a name and a contact: a controller, its data protection officer, an authority. Public: a function, never
 * a private person.
 */
export interface Body {
  /** The postal address. */
  address?: Localized;
  /** The contact, such as `mailto:` and an address. */
  contact?: Uri;
  /** The e-mail address, if it is not the contact. Some receipt forms require one. */
  email?: string;
  /** The name. */
  name: Localized;
  /** The organisation on record that this is. */
  organisation?: Enrolled;
  /** The telephone number. Some receipt forms require one. */
  phone?: string;
  /** The website. */
  uri?: Uri;
}

/** How much of a stream an import brought. */
export interface Brought {
  /**
   * The time of the home's last report, if the source itself imported the stream; otherwise the time when the bundle
   * was written.
   */
  as_of?: Timestamp;
  /** Where the stream is at home from now on. */
  home: Home;
  /** The id of the stream's last event in the bundle. */
  id: EventId;
  /** The places behind the source, as each called the next; the last is the home. Empty if the source is the home. */
  path?: Key[];
  /** The number of that event. */
  seq: Seq;
  /** The stream. */
  stream: StreamId;
}

/** A bundle was imported, by the host's decision. */
export interface BundleImported {
  /**
   * The streams with events that were withheld here before and that this bundle contains. Whoever follows
   * the feed must read them again.
   */
  disclosed?: StreamId[];
  /** The time up to which the bundle is current. */
  exported_at: Timestamp;
  /** The people that the vault learned of from the bundle. */
  person_ids?: PersonId[];
  /** The process of the bundle. */
  process: ProcessId;
  /** The host's name for the place that the bundle comes from. */
  source: Key;
  /** The streams that it brought, made replicas of, or moved here. */
  streams: Brought[];
}

/**
 * The actions that a program offers for the assets it holds, ordered by name, which is the canonical order of
 * keys.
 */
export type Capability =
  /** To copy an asset. */
  | "clone"
  /** To delete an asset. */
  | "delete"
  /** To download an asset. */
  | "download"
  /** To change an asset. */
  | "edit"
  /** To create an asset. */
  | "instantiate"
  /** To open an asset in a window of the host. */
  | "open_in_modal"
  /** To show a preview of an asset. */
  | "preview"
  /** To be reached directly. */
  | "shortcut"
  /** To look at an asset. */
  | "view";

/** A part of another format that the model cannot represent, kept so that it can be written back. */
export interface Carried {
  /** The JSON at this place; absent if the other format has nothing there although the model has something. */
  json?: string;
  /** The place, as a JSON Pointer (RFC 6901). */
  pointer: string;
}

/** The process takes interlinkers from another catalogue, or another version of it. */
export interface CatalogueAdopted {
  /** The catalogue. */
  catalogue: DocumentId;
  /** What the decision read in other streams. */
  relied_on?: Reliance[];
}

/** A catalogue in its written form. Fields are in canonical order. */
export interface CatalogueDocument {
  /** Data of the source format that a catalogue cannot represent. */
  carried?: Carried[];
  /** The kind of this document. */
  document: CatalogueMark;
  /** The catalogue's name for programs; all versions of it share it. */
  id: Key;
  /** Its interlinkers. */
  interlinkers?: Interlinker[];
  /** Its name for people. */
  name?: Localized;
  /** Its problem profiles. */
  problem_profiles?: ProblemProfile[];
  /** Its templates, which are documents of their own. */
  templates?: DocumentId[];
  /** The version of the catalogue, from 1. */
  version: number;
}

/** A catalogue as files. */
export interface CatalogueFilesView {
  /** The files, ordered by path. */
  files: TextFile[];
}

/** The text `catalogue`. */
export type CatalogueMark =
  /** This document is a catalogue. */
  | "catalogue";

/** A catalogue that was read and stored, with its templates. */
export interface CatalogueView {
  /** The catalogue. */
  catalogue: DocumentId;
  /** Remarks made while reading it. */
  report: Report;
  /** Its templates, ordered by folder name. */
  templates: DocumentId[];
}

/** What a recipient must be notified of. */
export type Cause =
  /** Processing for the purpose has ended. */
  | "ended"
  /** The data were rectified (Art. 16). */
  | "rectified"
  /** The data were erased (Art. 17). */
  | "erased"
  /** Processing was restricted (Art. 18). */
  | "processing_restricted";

/** An event of the feed, with its position in the whole store. */
export interface ChangeEvent {
  /** The event. */
  event: Event;
  /** Its position; ask for what comes after it next time. */
  position: Position;
}

/** The feed. */
export interface ChangesRequest {
  /** The position after which to begin; 0 for the beginning. */
  after?: Position;
  /** How many events at most, up to 10 000. */
  limit: number;
}

/** Events of the feed. */
export interface ChangesView {
  /** The events, in order. */
  changes: ChangeEvent[];
}

/** May this party do this here, and why? */
export interface CheckRequest {
  /** The actor, by the host's id. */
  actor: HostId;
  /** The state asked about. */
  as_of?: AsOf;
  /** The moment of the check. */
  at: Timestamp;
  /** The item; the process as a whole if absent. */
  item?: ItemId | null;
  /**
   * The person in whose name the actor would act, by the host's id; absent for an act of their own. It is answered for
   * the present state.
   */
  on_behalf_of?: HostId | null;
  /** The permission asked for. */
  permission: Permission;
  /** The process. */
  process: ProcessId;
}

/** A possible answer. */
export interface ChoiceView {
  /** Its name for programs. */
  id: Key;
  /** The answer in words. */
  text: ReadText;
}

/** Claims the actor's own contribution to a task. Needs `contribution.claim` there. */
export interface ClaimContribution {
  /** The asset of the task, if any. */
  asset?: AssetId | null;
  /** The assignment it answers. */
  assignment?: AssignmentId | null;
  /** The task. */
  item: ItemId;
  /** Its kind. */
  kind: ContributionKind;
  /** The team for which the person contributed, as a member of it. */
  team?: HostId | null;
  /** The work done. Kept in the vault, as a text about the contributor. */
  text: Remark;
}

/**
 * Creates a process from another: with the same rules, catalogue and plan, but without its people and their
 * work. Needs `process.view` there, and what creating needs.
 */
export interface CloneProcess {
  /** The organisation in whose name it is created. Without one the actor acts for themselves, as a citizen. */
  acting_for?: HostId | null;
  /** Its name; that of the source if absent. */
  name?: Localized | null;
  /** The source process, in the same store. */
  source: ProcessId;
}

/**
 * Closes the process permanently: it can still be read, but not changed. The vault forgets the key of its
 * participation markers. Needs `process.administer`.
 */
export type CloseProcess = Record<string, never>;

/**
 * Closes a team: every membership in it ends, and nobody can join it any more. Its roles stay on record and no
 * longer permit anything. The actor must lead the team or administer the organisation.
 */
export interface CloseTeam {
  /** The host's id of the team. */
  team: HostId;
}

/** An event of the feed as a `CloudEvent`. */
export interface CloudEvent {
  /** The event in its envelope. */
  data: Event;
  /** The content type of `data`: JSON. */
  datacontenttype: string;
  /** The event's id. */
  id: EventId;
  /** Its position in the store. */
  sequence: string;
  /** The source. */
  source: Uri;
  /** The version of the specification. */
  specversion: string;
  /** The stream. */
  subject: StreamId;
  /** When it happened. */
  time: Timestamp;
  /** The event's type. */
  type: string;
}

/** The feed as CloudEvents 1.0. */
export interface CloudEventsRequest {
  /** The position after which to begin; 0 for the beginning. */
  after?: Position;
  /** How many events at most, up to 10 000. */
  limit: number;
  /** The `source` of the events. */
  source: Uri;
}

/** Events of the feed as CloudEvents. */
export interface CloudEventsView {
  /** The events, in order. */
  cloud_events: CloudEvent[];
}

/** The stable name of a refusal, a reason or an anomaly. */
export type Code =
  | "json.too_large"
  | "json.not_utf8"
  | "json.syntax"
  | "json.too_deep"
  | "json.duplicate_key"
  | "json.number"
  | "json.unknown_field"
  | "json.unknown_variant"
  | "json.missing_field"
  | "json.wrong_type"
  | "id.malformed"
  | "host_id.malformed"
  | "command_id.malformed"
  | "key.malformed"
  | "time.malformed"
  | "date.malformed"
  | "time_zone.unknown"
  | "window.empty"
  | "window.backdated"
  | "country.malformed"
  | "language.malformed"
  | "uri.malformed"
  | "media_type.malformed"
  | "licence.malformed"
  | "language.unknown"
  | "text.empty"
  | "text.control"
  | "text.too_long"
  | "command.reused"
  | "command.stream_missing"
  | "command.stream_given"
  | "command.stream_unsuited"
  | "stream.unknown"
  | "stream.exists"
  | "stream.replica"
  | "entropy.weak"
  | "stream.conflict"
  | "stream.seq_unknown"
  | "time.ahead"
  | "request.unknown"
  | "party.unknown"
  | "party.kind_mismatch"
  | "party.host_id_taken"
  | "organisation.denied"
  | "organisation.last_administrator"
  | "organisation.administered"
  | "organisation.not_verified"
  | "administrator.exists"
  | "administrator.unknown"
  | "member.exists"
  | "team.kind"
  | "member.unknown"
  | "team.closed"
  | "team.merge"
  | "team.unknown"
  | "operator.denied"
  | "operator.exists"
  | "operator.unknown"
  | "operator.last"
  | "host.not_permitted"
  | "authority.not_verified"
  | "party.conflict_of_interest"
  | "permission.denied"
  | "permission.unknown"
  | "role.unknown"
  | "role.kind_not_admitted"
  | "role.scope_too_narrow"
  | "role.exceeds_granter"
  | "grant.unknown"
  | "grant.ended"
  | "restriction.unknown"
  | "restriction.ended"
  | "restriction.empty"
  | "process.last_administrator"
  | "acting_for.not_member"
  | "approval.not_asked"
  | "approval.not_approver"
  | "approval.exists"
  | "approval.matter"
  | "approval.act"
  | "approval.changed"
  | "approval.unknown"
  | "governance_model.invalid"
  | "governance_model.version"
  | "effect.undeclared"
  | "document.unknown"
  | "document.kind"
  | "import.invalid"
  | "import.people"
  | "publication.invalid"
  | "template.invalid"
  | "template.version"
  | "template.none"
  | "edit.empty"
  | "process.closed"
  | "item.unknown"
  | "item.kind"
  | "tree.in_use"
  | "item.not_sibling"
  | "item.disabled"
  | "item.enabled"
  | "item.disabled_above"
  | "item.limit"
  | "dates.reversed"
  | "dates.derived"
  | "task.status"
  | "prerequisite.exists"
  | "prerequisite.unknown"
  | "prerequisite.cycle"
  | "prerequisite.reason"
  | "prerequisite.met"
  | "length.malformed"
  | "mandate_kind.invalid"
  | "mandate_kind.unknown"
  | "mandate.unknown"
  | "mandate.not_permitted"
  | "mandate.own_case"
  | "mandate.source"
  | "mandate.not_requestable"
  | "mandate.principal"
  | "mandate.holder"
  | "mandate.to_itself"
  | "mandate.power_unknown"
  | "mandate.never_passed_on"
  | "mandate.must_be_passed_on"
  | "mandate.wider"
  | "mandate.backdated"
  | "mandate.end_backdated"
  | "mandate.end_forbidden"
  | "mandate.end_missing"
  | "mandate.ends_before_it_begins"
  | "mandate.too_long"
  | "mandate.overlaps"
  | "mandate.evidence_missing"
  | "mandate.code_missing"
  | "mandate.code_unneeded"
  | "mandate.wrong_code"
  | "mandate.status"
  | "mandate.none"
  | "mandate.not_reaching"
  | "mandate.not_representable"
  | "mandate.not_for_organisation"
  | "mandate.actor_restricted"
  | "asset.unknown"
  | "asset.version_unknown"
  | "asset.deleted"
  | "asset.no_host"
  | "asset.no_resource"
  | "asset.limit"
  | "team.not_member"
  | "assignment.unknown"
  | "assignment.withdrawn"
  | "assignment.done"
  | "assignment.not_assignee"
  | "assignment.exists"
  | "contribution.unknown"
  | "contribution.closed"
  | "contribution.not_reviewer"
  | "contribution.own"
  | "complexity.range"
  | "award.exists"
  | "award.pending"
  | "award.empty"
  | "award.unknown"
  | "award.reversed"
  | "participation.exists"
  | "participation.held"
  | "participation.unknown"
  | "person.erased"
  | "person.not_permitted"
  | "person.reason"
  | "subject_request.unknown"
  | "subject_request.answered"
  | "subject_request.too_late"
  | "subject_request.reason"
  | "subject_request.other"
  | "subject_request.command"
  | "text.unknown"
  | "redaction.denied"
  | "redaction.too_short"
  | "redaction.absent"
  | "redaction.unfit"
  | "redaction.shared"
  | "text.kept_until"
  | "text.attribution"
  | "text.erasure_asked"
  | "text.not_attributed"
  | "text.kept_over"
  | "text.not_owner"
  | "person.unrelated"
  | "person.already_counted"
  | "term.unknown"
  | "notice.invalid"
  | "notice.incomplete"
  | "notice.version"
  | "notice.wording"
  | "notice.unknown"
  | "notice.not_in_force"
  | "purpose.unknown"
  | "purpose.cycle"
  | "purpose.basis"
  | "purpose.moved"
  | "purpose.interest"
  | "purpose.optional"
  | "requirement.target"
  | "requirement.exists"
  | "requirement.unknown"
  | "requirement.limit"
  | "legal_basis.command"
  | "consent.transition"
  | "consent.language"
  | "consent.not_explicit"
  | "consent.validity"
  | "consent.not_data_subject"
  | "consent.by_controller"
  | "consent.not_controller"
  | "consent.evidence"
  | "consent.child"
  | "consent.handed_over"
  | "consent.other_event"
  | "consent.not_allowed"
  | "consent.none_then"
  | "consent.event_unknown"
  | "objection.absolute"
  | "consent.not_counted"
  | "consent.received_later"
  | "consent.overtaken"
  | "consent.brought"
  | "consent.from_later"
  | "recipient.unknown"
  | "recipient.nothing"
  | "recipient.notified"
  | "representative.ended"
  | "representative.later"
  | "representative.scope"
  | "representative.matters"
  | "consent.joint_controller"
  | "consent.declined"
  | "consent.differ"
  | "disagreement.none"
  | "representative.unknown"
  | "representative.own"
  | "date_of_birth.evidence"
  | "date_of_birth.later"
  | "rating.range"
  | "rating.not_shown"
  | "rating.exists"
  | "rating.unknown"
  | "message_catalogue.invalid"
  | "reason.administrator"
  | "reason.granted"
  | "reason.restricted"
  | "reason.stranger"
  | "reason.no_grant"
  | "reason.grant_ended"
  | "reason.grant_not_yet"
  | "reason.grant_elsewhere"
  | "reason.not_in_team"
  | "reason.process_closed"
  | "reason.item_disabled"
  | "reason.waits_for"
  | "reason.approval_missing"
  | "reason.consent"
  | "reason.basis"
  | "reason.purpose_unknown"
  | "reason.not_in_force"
  | "reason.no_consent"
  | "reason.consent_ended"
  | "reason.not_set_aside"
  | "reason.despite_processing_restriction"
  | "reason.not_explicit"
  | "reason.renewal_due"
  | "reason.child"
  | "reason.objected"
  | "reason.processing_restricted"
  | "reason.erased"
  | "reason.unreadable"
  | "reason.mandate_missing"
  | "reason.mandate_not_reaching"
  | "reason.not_representable"
  | "reason.actor_restricted"
  | "reason.no_basis"
  | "next.start"
  | "next.complete"
  | "next.claim"
  | "next.approve"
  | "next.approved"
  | "next.review"
  | "next.participation"
  | "next.award"
  | "next.must_stop"
  | "next.no_items"
  | "next.no_role"
  | "next.no_team"
  | "next.no_dates"
  | "next.no_catalogue"
  | "next.right"
  | "next.notify"
  | "next.renew"
  | "next.storage"
  | "next.asked"
  | "next.team_asked"
  | "next.late"
  | "next.chain"
  | "next.frees"
  | "next.waits"
  | "next.waits_hidden"
  | "next.approval_missing"
  | "next.consent_missing"
  | "next.not_permitted"
  | "record.tampered"
  | "record.gap"
  | "record.order"
  | "record.chain"
  | "record.truncated"
  | "record.malformed"
  | "record.head"
  | "record.document"
  | "record.reliance"
  | "record.command"
  | "record.unlisted"
  | "record.redacted"
  | "record.withheld"
  | "record.vault"
  | "record.row"
  | "record.block_unknown"
  | "record.snapshot"
  | "bundle.malformed"
  | "bundle.changed"
  | "bundle.truncated"
  | "bundle.version"
  | "bundle.diverged"
  | "bundle.home"
  | "bundle.terms"
  | "bundle.link"
  | "store.url"
  | "store.not_a_database"
  | "store.foreign"
  | "store.too_new"
  | "store.read_only"
  | "store.no_backup"
  | "store.not_simulated"
  | "store.busy"
  | "store.failed"
  | "store.altered"
  | "store.inconsistent"
  | "store.nonconformant"
  | "call.null"
  | "call.length"
  | "call.not_utf8"
  | "call.struct"
  | "call.closed"
  | "call.not_ready"
  | "call.panic"
  | "folder.unreadable"
  | "folder.unwritable"
  | "folder.too_large"
  | "bytes.malformed"
  | "archive.damaged"
  | "archive.too_large"
  | "archive.name"
  | "archive.kind"
  | "archive.duplicate"
  | "export.process"
  | "export.malformed"
  | "export.unknown"
  | "govstack.hash"
  | "receipt.incomplete"
  | "catalogue.invalid"
  | "catalogue.anomalous"
  | "catalogue.empty"
  | "anomaly.malformed"
  | "anomaly.id_malformed"
  | "anomaly.metadata_missing"
  | "anomaly.unknown_file"
  | "anomaly.unknown_field"
  | "anomaly.list_for_object"
  | "anomaly.translation_missing"
  | "anomaly.text_empty"
  | "anomaly.text_none"
  | "anomaly.language_unknown"
  | "anomaly.enum_fused"
  | "anomaly.enum_unknown"
  | "anomaly.dangling_reference"
  | "anomaly.duplicate_id"
  | "anomaly.duplicate_reference"
  | "anomaly.personal"
  | "anomaly.not_exported"
  | "anomaly.cycle"
  | "anomaly.prerequisite_form"
  | (string & {});

/** The source of the data. */
export type Collection = { data_subject: Record<string, never> } | { elsewhere: { public: boolean; source: Localized } };

/** A request to change the record. */
export type Command = { actor: HostId; at: Timestamp; entropy: Entropy; expect?: Seq; id: CommandId; on_behalf_of?: HostId } & (
  | { data: AppointOperator; stream?: StreamOf<"host">; type: "operator.appoint" }
  | { data: DismissOperator; stream?: StreamOf<"host">; type: "operator.dismiss" }
  | { data: RegisterOrganisation; stream?: never; type: "organisation.register" }
  | { data: EditOrganisation; stream: StreamOf<"organisation">; type: "organisation.edit" }
  | { data: VerifyOrganisation; stream: StreamOf<"organisation">; type: "organisation.verify" }
  | { data: UnverifyOrganisation; stream: StreamOf<"organisation">; type: "organisation.unverify" }
  | { data: AppointAdministrator; stream: StreamOf<"organisation">; type: "administrator.appoint" }
  | { data: DismissAdministrator; stream: StreamOf<"organisation">; type: "administrator.dismiss" }
  | { data: AddMember; stream: StreamOf<"organisation">; type: "member.add" }
  | { data: RemoveMember; stream: StreamOf<"organisation">; type: "member.remove" }
  | { data: CreateTeam; stream: StreamOf<"organisation">; type: "team.create" }
  | { data: AddTeamMember; stream: StreamOf<"organisation">; type: "team_member.add" }
  | { data: EditTeam; stream: StreamOf<"organisation">; type: "team.edit" }
  | { data: CloseTeam; stream: StreamOf<"organisation">; type: "team.close" }
  | { data: MergeTeam; stream: StreamOf<"organisation">; type: "team.merge" }
  | { data: RemoveTeamMember; stream: StreamOf<"organisation">; type: "team_member.remove" }
  | { data: GrantRole; stream: StreamOf<"process">; type: "role.grant" }
  | { data: RevokeRole; stream: StreamOf<"process">; type: "role.revoke" }
  | { data: PlaceRestriction; stream: StreamOf<"process">; type: "restriction.place" }
  | { data: LiftRestriction; stream: StreamOf<"process">; type: "restriction.lift" }
  | { data: AskApproval; stream: StreamOf<"process">; type: "approval.ask" }
  | { data: GiveApproval; stream: StreamOf<"process">; type: "approval.give" }
  | { data: WithdrawApproval; stream: StreamOf<"process">; type: "approval.withdraw" }
  | { data: AdoptGovernance; stream: StreamOf<"process">; type: "governance.adopt" }
  | { data: CreateProcess; stream?: never; type: "process.create" }
  | { data: EditProcess; stream: StreamOf<"process">; type: "process.edit" }
  | { data: CloneProcess; stream?: never; type: "process.clone" }
  | { data: ImportProcess; stream?: never; type: "process.import" }
  | { data: PublishProcess; stream: StreamOf<"process">; type: "process.publish" }
  | { data: CloseProcess; stream: StreamOf<"process">; type: "process.close" }
  | { data: AddItem; stream: StreamOf<"process">; type: "item.add" }
  | { data: EditItem; stream: StreamOf<"process">; type: "item.edit" }
  | { data: MoveItem; stream: StreamOf<"process">; type: "item.move" }
  | { data: DisableItem; stream: StreamOf<"process">; type: "item.disable" }
  | { data: EnableItem; stream: StreamOf<"process">; type: "item.enable" }
  | { data: ScheduleItem; stream: StreamOf<"process">; type: "item.schedule" }
  | { data: AddPrerequisite; stream: StreamOf<"process">; type: "prerequisite.add" }
  | { data: RemovePrerequisite; stream: StreamOf<"process">; type: "prerequisite.remove" }
  | { data: ReplaceTree; stream: StreamOf<"process">; type: "tree.replace" }
  | { data: StartTask; stream: StreamOf<"process">; type: "task.start" }
  | { data: CompleteTask; stream: StreamOf<"process">; type: "task.complete" }
  | { data: ReopenTask; stream: StreamOf<"process">; type: "task.reopen" }
  | { data: WaivePrerequisite; stream: StreamOf<"process">; type: "prerequisite.waive" }
  | { data: AdoptCatalogue; stream: StreamOf<"process">; type: "catalogue.adopt" }
  | { data: AdoptTemplate; stream: StreamOf<"process">; type: "template.adopt" }
  | { data: AddAsset; stream: StreamOf<"process">; type: "asset.add" }
  | { data: EditAsset; stream: StreamOf<"process">; type: "asset.edit" }
  | { data: ReviseAsset; stream: StreamOf<"process">; type: "asset.revise" }
  | { data: OpenAsset; stream: StreamOf<"process">; type: "asset.open" }
  | { data: DeleteAsset; stream: StreamOf<"process">; type: "asset.delete" }
  | { data: MakeAssignment; stream: StreamOf<"process">; type: "assignment.make" }
  | { data: WithdrawAssignment; stream: StreamOf<"process">; type: "assignment.withdraw" }
  | { data: CompleteAssignment; stream: StreamOf<"process">; type: "assignment.complete" }
  | { data: ClaimContribution; stream: StreamOf<"process">; type: "contribution.claim" }
  | { data: RecordContribution; stream: StreamOf<"process">; type: "contribution.record" }
  | { data: ConfirmContribution; stream: StreamOf<"process">; type: "contribution.confirm" }
  | { data: WithdrawContribution; stream: StreamOf<"process">; type: "contribution.withdraw" }
  | { data: AcceptContribution; stream: StreamOf<"process">; type: "contribution.accept" }
  | { data: ReturnContribution; stream: StreamOf<"process">; type: "contribution.return" }
  | { data: EstimateTask; stream: StreamOf<"process">; type: "task.estimate" }
  | { data: AwardPoints; stream: StreamOf<"process">; type: "points.award" }
  | { data: ReversePoints; stream: StreamOf<"process">; type: "points.reverse" }
  | { data: AskParticipation; stream: StreamOf<"process">; type: "participation.ask" }
  | { data: AcceptParticipation; stream: StreamOf<"process">; type: "participation.accept" }
  | { data: DeclineParticipation; stream: StreamOf<"process">; type: "participation.decline" }
  | { data: GiveRating; stream?: StreamOf<"rating">; type: "rating.give" }
  | { data: WithdrawRating; stream?: StreamOf<"rating">; type: "rating.withdraw" }
  | { data: GrantMandate; stream?: never; type: "mandate.grant" }
  | { data: RequestMandate; stream?: never; type: "mandate.request" }
  | { data: RegisterMandate; stream?: never; type: "mandate.register" }
  | { data: PassOnMandate; stream?: never; type: "mandate.pass_on" }
  | { data: AcceptMandate; stream: StreamOf<"mandate">; type: "mandate.accept" }
  | { data: RefuseMandate; stream: StreamOf<"mandate">; type: "mandate.refuse" }
  | { data: RenounceMandate; stream: StreamOf<"mandate">; type: "mandate.renounce" }
  | { data: RevokeMandate; stream: StreamOf<"mandate">; type: "mandate.revoke" }
  | { data: SuspendMandate; stream: StreamOf<"mandate">; type: "mandate.suspend" }
  | { data: ResumeMandate; stream: StreamOf<"mandate">; type: "mandate.resume" }
  | { data: UseMandate; stream: StreamOf<"mandate">; type: "mandate.use" }
  | { data: ErasePerson; stream: StreamOf<"person">; type: "person.erase" }
  | { data: MakeSubjectRequest; stream?: StreamOf<"person">; type: "subject_request.make" }
  | { data: ExtendSubjectRequest; stream: StreamOf<"person">; type: "subject_request.extend" }
  | { data: AnswerSubjectRequest; stream: StreamOf<"person">; type: "subject_request.answer" }
  | { data: LiftProcessingRestriction; stream: StreamOf<"person">; type: "processing_restriction.lift" }
  | { data: RectifyText; stream: StreamOf<"person">; type: "text.rectify" }
  | { data: KeepText; stream: StreamOf<"person">; type: "text.keep" }
  | { data: AttributeText; stream: StreamOf<"person">; type: "text.attribute" }
  | { data: PublishNotice; stream: StreamOf<"organisation">; type: "notice.publish" }
  | { data: WithdrawNotice; stream: StreamOf<"organisation">; type: "notice.withdraw" }
  | { data: RequestConsent; stream?: StreamOf<"consent">; type: "consent.request" }
  | { data: DeferConsent; stream?: StreamOf<"consent">; type: "consent.defer" }
  | { data: GiveConsent; stream?: StreamOf<"consent">; type: "consent.give" }
  | { data: RenewConsent; stream?: StreamOf<"consent">; type: "consent.renew" }
  | { data: RefuseConsent; stream?: StreamOf<"consent">; type: "consent.refuse" }
  | { data: WithdrawConsent; stream?: StreamOf<"consent">; type: "consent.withdraw" }
  | { data: RevokeConsent; stream?: StreamOf<"consent">; type: "consent.revoke" }
  | { data: ExpireConsent; stream?: StreamOf<"consent">; type: "consent.expire" }
  | { data: UseConsent; stream?: StreamOf<"consent">; type: "consent.use" }
  | { data: InvalidateConsent; stream?: StreamOf<"consent">; type: "consent.invalidate" }
  | { data: RaiseObjection; stream?: StreamOf<"consent">; type: "objection.raise" }
  | { data: WithdrawObjection; stream?: StreamOf<"consent">; type: "objection.withdraw" }
  | { data: DecideObjection; stream?: StreamOf<"consent">; type: "objection.decide" }
  | { data: NotifyRecipient; stream?: StreamOf<"consent">; type: "recipient.notify" }
  | { data: RecordDateOfBirth; stream?: StreamOf<"consent">; type: "date_of_birth.record" }
  | { data: AppointRepresentative; stream?: StreamOf<"consent">; type: "representative.appoint" }
  | { data: DismissRepresentative; stream?: StreamOf<"consent">; type: "representative.dismiss" }
  | { data: SettleDisagreement; stream?: StreamOf<"consent">; type: "disagreement.settle" }
  | { data: RequirePurpose; stream: StreamOf<"process">; type: "purpose.require" }
  | { data: ReleasePurpose; stream: StreamOf<"process">; type: "purpose.release" }
  | { data: RedactText; stream: StreamOf<"organisation" | "person" | "process">; type: "text.redact" }
);

/** The host's id of a command. */
export type CommandId = string;

/** The outcome of one of several commands. */
export type CommandOutcome = CommandTaken | CommandRefused;

/** A command that was refused. */
export interface CommandRefused {
  /** The reason. */
  problem: Problem;
}

/** A command that was executed. */
export interface CommandTaken {
  /** Its result. */
  ok: ExecutedView;
  /** The position of the store after it. */
  position: Position;
}

/** 32 bytes as lower-case hexadecimal. */
export type Commitment = string;

/**
 * Marks an assignment as done. Needs to be the assignee or a member of the assigned team, or `task.assign` on
 * its task. Credit for the work is claimed and reviewed as a contribution; this only closes the assignment.
 */
export interface CompleteAssignment {
  /** The assignment. */
  assignment: AssignmentId;
}

/** Completes a task in progress. Needs `task.complete`; no enforced prerequisite may be unmet. */
export interface CompleteTask {
  /** The task. */
  item: ItemId;
}

/** How complex a task is for each kind of contribution, from 0 to 100. */
export interface Complexity {
  /** For making the service. */
  development: number;
  /** For running and spreading it. */
  exploitation: number;
  /** For coordinating the work. */
  management: number;
}

/** Why something concerns a person. */
export type Concern =
  /** Work was assigned to them. */
  | "assigned"
  /** An assignment of theirs was withdrawn. */
  | "unassigned"
  /** Work that they assigned is done. */
  | "done"
  /** Their contribution was accepted or returned. */
  | "reviewed"
  /** Their contribution was recorded by another person. */
  | "recorded"
  /** They were awarded points, or lost them. */
  | "credited"
  /** Work assigned to them has to wait now. */
  | "blocked"
  /** Work assigned to them no longer has to wait. */
  | "unblocked"
  /** A person asks to take part in a process that they administer. */
  | "asked"
  /** Their request to take part was answered. */
  | "answered"
  /** Their approval of an act is asked for. */
  | "approval"
  /** Work in a process that they administer must stop because a consent it relies on has ended. */
  | "must_stop"
  /** Their permissions in a process changed. */
  | "role"
  /** Their membership of an organisation or a team changed. */
  | "membership"
  /** Another person acted on their consents. */
  | "consent"
  /** A mandate that they gave or hold changed. */
  | "mandate"
  /** Another person acted on their behalf. */
  | "represented";

/** Confirms a contribution that another person recorded of the actor. */
export interface ConfirmContribution {
  /** The contribution. */
  contribution: ContributionId;
}

/** The data subject will decide later. */
export interface ConsentDeferred {
  /** Who expressed it. */
  by: Expressed;
  /** The controller. */
  organisation_id: OrganisationId;
  /** The purpose. */
  purpose: Key;
}

/** The event that ends a consent has occurred. */
export interface ConsentExpired {
  /** The controller. */
  organisation_id: OrganisationId;
  /** The purpose. */
  purpose: Key;
  /** What the decision read in other streams. */
  relied_on: Reliance[];
  /** The event. */
  until_event: Key;
}

/** Consent was given. */
export interface ConsentGiven {
  /** Who expressed it. */
  by: Expressed;
  /**
   * The evidence: a commitment to its SHA-256 in the vault, because the digest of a short text could be
   * guessed.
   */
  evidence?: Commitment;
  /** Whether consent was given in words or by a signature. */
  explicit?: boolean;
  /** The language in which the notice was read. */
  language: Language;
  /** How it was expressed. */
  method: Indication;
  /** The notice that was read. */
  notice: DocumentId;
  /** The controller. */
  organisation_id: OrganisationId;
  /** The purpose. */
  purpose: Key;
  /** What the decision read in other streams. */
  relied_on: Reliance[];
  /** When consent was given elsewhere, according to the official who brought it over. */
  said_at?: Timestamp;
  /** How long the consent is valid. */
  valid: Validity;
}

/** An authority found a consent invalid. */
export interface ConsentInvalidated {
  /** What the authority decided: a commitment to a text in the vault. */
  decision: Commitment;
  /** The decision: a commitment to its SHA-256 in the vault. */
  evidence?: Commitment;
  /** From when on the consent was invalid. */
  from: Timestamp;
  /** The controller. */
  organisation_id: OrganisationId;
  /** The purpose. */
  purpose: Key;
  /** What the decision read in other streams. */
  relied_on: Reliance[];
  /**
   * The consents that began before this were invalid; if absent, only the one that was valid at `from`, or
   * the first that began after it.
   */
  until?: Timestamp;
}

/** A required purpose without a legal basis. */
export interface ConsentLackView {
  /** Whether it is about the asker's own data. For another person, no more is shown than that something is missing. */
  own: boolean;
  /** The purpose. */
  purpose: PurposeRef;
  /** The requirement. */
  requirement: RequirementId;
}

/** The reason of a verdict. */
export type ConsentReason =
  | { consent: { by_wider_purpose: boolean; seq: Seq } }
  | { basis: LawfulBasis }
  | { purpose_unknown: { [name: string]: Json } }
  | { not_in_force: { [name: string]: Json } }
  | { no_consent: State }
  | { ended: { at?: Timestamp } }
  | { not_set_aside: { [name: string]: Json } }
  | { despite_processing_restriction: ProcessingRestrictionException }
  | { renewal_due: { [name: string]: Json } }
  | { not_explicit: { [name: string]: Json } }
  | { child: { age: number } }
  | { objected: State }
  | { processing_restricted: { [name: string]: Json } }
  | { erased: { [name: string]: Json } }
  | { unreadable: { [name: string]: Json } };

/** Consent was refused. */
export interface ConsentRefused {
  /** Who expressed it. */
  by: Expressed;
  /** How an official learnt of it, if one recorded it. */
  noted?: NotedRef;
  /** The controller. */
  organisation_id: OrganisationId;
  /** The purpose. */
  purpose: Key;
  /** What the decision read in other streams. */
  relied_on?: Reliance[];
}

/** Consent was renewed. */
export interface ConsentRenewed {
  /** Who expressed it. */
  by: Expressed;
  /**
   * The evidence: a commitment to its SHA-256 in the vault, because the digest of a short text could be
   * guessed.
   */
  evidence?: Commitment;
  /** Whether consent was given in words or by a signature. */
  explicit?: boolean;
  /** The language in which the notice was read. */
  language: Language;
  /** How it was expressed. */
  method: Indication;
  /** The notice that was read. */
  notice: DocumentId;
  /** The controller. */
  organisation_id: OrganisationId;
  /** The purpose. */
  purpose: Key;
  /** What the decision read in other streams. */
  relied_on: Reliance[];
  /** How long the consent is valid. */
  valid: Validity;
}

/** May a person's data be processed for a purpose, and why? */
export interface ConsentRequest {
  /** The `seq` of the person's stream as of which the record is read; as known now if absent. */
  as_known?: Seq | null;
  /** The moment of the check. */
  at: Timestamp;
  /** The controller. */
  organisation_id: OrganisationId;
  /**
   * Whether `at` is a past moment: then the recorded times decide. Otherwise `at` is the current time, and whatever
   * has ended something counts, however it is dated.
   */
  past?: boolean;
  /** The data subject, by the host's id. */
  person: HostId;
  /** The purpose. */
  purpose: Key;
}

/** Consent was requested. */
export interface ConsentRequested {
  /** The notice that accompanied the request. */
  notice: DocumentId;
  /** The controller. */
  organisation_id: OrganisationId;
  /** The purpose. */
  purpose: Key;
  /** What the decision read in other streams. */
  relied_on: Reliance[];
}

/** The controller ended a consent. */
export interface ConsentRevoked {
  /** The controller. */
  organisation_id: OrganisationId;
  /** The purpose. */
  purpose: Key;
  /** The reason: a commitment to a text in the vault. */
  reason: Commitment;
  /** What the decision read in other streams. */
  relied_on: Reliance[];
}

/** One use of a consent was recorded. */
export interface ConsentUsed {
  /** The controller. */
  organisation_id: OrganisationId;
  /** The purpose. */
  purpose: Key;
  /** What the decision read in other streams. */
  relied_on: Reliance[];
  /** The requirement for which the use was set aside. */
  requirement?: RequirementId;
}

/** The answer to a question about one purpose, with everything that led to it. */
export interface ConsentView {
  /** Whether the data may be processed for the purpose. */
  allowed: boolean;
  /** The moment that the answer is for. */
  at: Timestamp;
  /** The lawful basis; absent if nobody has published the purpose. */
  basis?: LawfulBasis;
  /** Whether consent was given in words or by a signature. */
  explicit: boolean;
  /** The reason, as a sentence. */
  message: string;
  /** The notice that was read. */
  notice?: DocumentId;
  /** The purpose. */
  purpose: PurposeRef;
  /** The reason, as data. */
  reason: ConsentReason;
  /** When consent was given in another system, if it was brought over from there. */
  said_at?: Timestamp;
  /** The number of the event behind the state, in the data subject's stream. */
  seq?: Seq;
  /** Since when the state applies. */
  since?: Timestamp;
  /** The state of the consent or objection. */
  state: State;
  /** Until when the consent is valid, if it is limited in time. */
  until?: Timestamp;
  /** How many uses are left, if uses are counted. */
  uses?: number;
  /** The acts that are possible now. */
  verbs: Verb[];
}

/** Consent was withdrawn. */
export interface ConsentWithdrawn {
  /** Who expressed it. */
  by: Expressed;
  /** How an official learnt of it, if one recorded it. */
  noted?: NotedRef;
  /** The controller. */
  organisation_id: OrganisationId;
  /** The purpose. */
  purpose: Key;
  /** What the decision read in other streams. */
  relied_on?: Reliance[];
}

/** Replaces, in a replica, an event that must not be disclosed there. */
export interface ConsentWithheld {
  /** The id of the replaced event. */
  event: EventId;
}

/** All consents of a person. */
export interface ConsentsRequest {
  /** The moment of the check. */
  at: Timestamp;
  /**
   * Whether `at` is a past moment: then the recorded times decide. Otherwise `at` is the current time, and whatever
   * has ended something counts, however it is dated.
   */
  past?: boolean;
  /** The person, by the host's id. */
  person: HostId;
}

/** All consents and objections of a person. */
export interface ConsentsView {
  /** By purpose. */
  consents: ConsentView[];
  /** The person. */
  person: PartyName;
  /** The number of the last event of the person's stream. */
  seq: Seq;
}

/** The content of a version of an asset. */
export type Content =
  | { file: { media_type: MediaType; sha256: FileDigest; size: number } }
  | { held: { asset: Key; interlinker: Key } }
  | { link: { uri: Uri } };

/** A contribution was accepted. */
export interface ContributionAccepted {
  /** The contribution. */
  contribution: ContributionId;
  /** Its level, if the reviewer gave one. */
  level?: Level;
  /** What the decision read in other streams. */
  relied_on?: Reliance[];
}

/** A person claimed a contribution to a task. */
export interface ContributionClaimed {
  /** The asset, if any. */
  asset?: AssetId;
  /** The assignment it answers. */
  assignment?: AssignmentId;
  /**
   * The award that the task already had. Points go to all at once, so this claim gets points only if that
   * award is reversed and made again.
   */
  awarded?: AwardId;
  /** Its id. */
  contribution: ContributionId;
  /** Unmet prerequisites of which the model only warns. */
  despite?: Unmet[];
  /** The task. */
  item: ItemId;
  /** Its kind. */
  kind: ContributionKind;
  /** The organisation of the team. */
  organisation_id?: OrganisationId;
  /** What the decision read in other streams. */
  relied_on?: Reliance[];
  /** The stakeholder kind in which the person contributed. */
  stakeholder_kind: StakeholderKind;
  /** The team for which the person contributed. */
  team_id?: TeamId;
  /** The work done: a commitment to a text in the vault. */
  text: Commitment;
}

/** The contributor confirmed a contribution that another person recorded. */
export interface ContributionConfirmed {
  /** The contribution. */
  contribution: ContributionId;
}

/** 16 bytes as lower-case hexadecimal. */
export type ContributionId = Id<"ContributionId">;

/** INTERLINK's three kinds of contribution. */
export type ContributionKind =
  /** Making the service. */
  | "development"
  /** Running and spreading it. */
  | "exploitation"
  /** Coordinating the work. */
  | "management";

/** A person recorded another person's contribution. */
export interface ContributionRecorded {
  /** The asset, if any. */
  asset?: AssetId;
  /**
   * The award that the task already had. Points go to all at once, so this claim gets points only if that
   * award is reversed and made again.
   */
  awarded?: AwardId;
  /** Its id. */
  contribution: ContributionId;
  /** Unmet prerequisites of which the model only warns. */
  despite?: Unmet[];
  /** The task. */
  item: ItemId;
  /** Its kind. */
  kind: ContributionKind;
  /** The organisation of the team. */
  organisation_id?: OrganisationId;
  /** The contributor. */
  person_id: PersonId;
  /** What the decision read in other streams. */
  relied_on?: Reliance[];
  /** The stakeholder kind in which the person contributed. */
  stakeholder_kind: StakeholderKind;
  /** The team for which the person contributed. */
  team_id?: TeamId;
  /** The work done: a commitment to a text in the vault. */
  text: Commitment;
}

/** A contribution was returned. */
export interface ContributionReturned {
  /** The contribution. */
  contribution: ContributionId;
  /** Why: a commitment to a text in the vault. */
  reason: Commitment;
  /** What the decision read in other streams. */
  relied_on?: Reliance[];
}

/** The status of a contribution. */
export type ContributionStage =
  /** It waits for review. */
  | "claimed"
  /** It was withdrawn. */
  | "withdrawn"
  /** It was accepted. */
  | "accepted"
  /** It was returned. */
  | "returned";

/** A contribution. */
export interface ContributionView {
  /**
   * The award that its task had when it was claimed, while that award is valid. Points go to all at once: this claim
   * gets points only if that award is reversed and made again.
   */
  after_award?: AwardId;
  /** The asset, if any. */
  asset?: AssetId;
  /** The assignment it answers. */
  assignment?: AssignmentId;
  /** When it was claimed. */
  at: Timestamp;
  /** The contributor. */
  by: PartyName;
  /** When the contributor confirmed what another person recorded; absent if not confirmed. */
  confirmed?: Timestamp;
  /** Its id. */
  contribution: ContributionId;
  /** The task. */
  item: ItemId;
  /** Its kind. */
  kind: ContributionKind;
  /** Its level, if the reviewer gave one. */
  level?: Level;
  /** Why it was returned. */
  reason?: string;
  /** Who recorded it, if another person. */
  recorded_by?: PartyName;
  /** The reviewer. */
  reviewer?: PartyName;
  /** Its status. */
  stage: ContributionStage;
  /** The stakeholder kind in which the person contributed. */
  stakeholder_kind: StakeholderKind;
  /** The team for which the person contributed. */
  team?: PartyName;
  /** The work done; absent if the text was erased. */
  text?: string;
}

/** A contribution was withdrawn. */
export interface ContributionWithdrawn {
  /** The contribution. */
  contribution: ContributionId;
}

/** A country (ISO 3166-1 alpha-2). */
export type Country = string;

/**
 * Creates a process under a governance model, empty or from a template.
 *
 * The actor receives the model's founder role, if the model opens it to their stakeholder kind.
 */
export interface CreateProcess {
  /**
   * The organisation in whose name it is created, which determines the founder's stakeholder kind. Without
   * one the actor acts for themselves, as a citizen.
   */
  acting_for?: HostId | null;
  /** The catalogue it takes interlinkers from, by the SHA-256 of its canonical JSON. */
  catalogue?: DocumentId | null;
  /** A description. */
  description?: Localized | null;
  /** The governance model, by the SHA-256 of its canonical JSON. */
  governance: DocumentId;
  /** Its language by default. */
  language: Language;
  /** Its name. */
  name: Localized;
  /** The template it is made from, by the SHA-256 of its canonical JSON. */
  template?: DocumentId | null;
}

/** Creates a team in the organisation; the actor leads it. */
export interface CreateTeam {
  /** What kind of stakeholder the team is; a municipality may host a team of citizens. */
  kind: StakeholderKind;
  /** Its name. Public: it must not be the name of a private person. */
  name: Localized;
  /** The host's id for it. */
  team: HostId;
}

/** One kind of data. */
export interface DataItem {
  /** The category. */
  category: DataTerm;
  /**
   * Whether the data concern criminal convictions and offences (Art. 10). Data that the vocabulary counts among them
   * always do; this marks others.
   */
  criminal?: boolean;
  /** Whether the purpose needs the data. */
  necessity: Necessity;
  /**
   * Whether the data belong to the special categories of Art. 9. Data that the vocabulary counts among them always
   * do; this marks others.
   */
  special?: boolean;
}

/** A kind of personal data of the Data Privacy Vocabulary 2.3, by name or IRI. */
export type DataTerm = string;

/** A date. */
export type Date = string;

/** A date of birth was recorded. */
export interface DateOfBirthRecorded {
  /** The date: a commitment to a text in the vault. */
  date_of_birth: Commitment;
  /**
   * The evidence: a commitment to its SHA-256 in the vault, because the digest of a short text could be
   * guessed.
   */
  evidence?: Commitment;
  /** The public administration on whose behalf an official recorded it; none if the data subject gave it. */
  organisation_id?: OrganisationId;
  /** What the decision read in other streams. */
  relied_on?: Reliance[];
}

/** Decides an objection, on behalf of the controller: it is upheld unless compelling grounds are given. */
export interface DecideObjection {
  /** The data subject. */
  data_subject?: HostId | null;
  /** The compelling legitimate grounds that override the objection; none if it is upheld. Kept in the vault. */
  grounds?: Remark | null;
  /** The controller. */
  organisation: HostId;
  /** The purpose. */
  purpose: Key;
}

/** Declines a request to take part. Needs `role.grant` on the process. */
export interface DeclineParticipation {
  /** Why. Kept in the vault, as a text about the person asking. */
  reason: Remark;
  /** The request. */
  request: ParticipationId;
}

/** The command to be given: its type and its data. */
export interface Deed {
  /** The data of the command. */
  data: { [name: string]: Json };
  type: DeedName;
}

/** The type of a command for which approval can be asked. */
export type DeedName =
  | "process.edit"
  | "process.publish"
  | "process.close"
  | "template.adopt"
  | "catalogue.adopt"
  | "governance.adopt"
  | "item.add"
  | "item.edit"
  | "item.move"
  | "tree.replace"
  | "task.estimate"
  | "prerequisite.add"
  | "prerequisite.remove"
  | "item.disable"
  | "item.enable"
  | "item.schedule"
  | "task.start"
  | "task.complete"
  | "task.reopen"
  | "assignment.make"
  | "assignment.withdraw"
  | "assignment.complete"
  | "prerequisite.waive"
  | "role.grant"
  | "role.revoke"
  | "participation.decline"
  | "restriction.place"
  | "restriction.lift"
  | "asset.add"
  | "asset.edit"
  | "asset.revise"
  | "asset.delete"
  | "asset.open"
  | "contribution.claim"
  | "contribution.record"
  | "contribution.accept"
  | "contribution.return"
  | "points.award"
  | "points.reverse"
  | "purpose.require"
  | "purpose.release"
  | "participation.accept";

/** Defers the decision. */
export interface DeferConsent {
  /** The data subject, if not the actor. */
  data_subject?: HostId | null;
  /** The controller. */
  organisation: HostId;
  /** The purpose. */
  purpose: Key;
}

/** Deletes an asset. The record keeps that it existed. Needs `asset.delete` on its task. */
export interface DeleteAsset {
  /** The asset. */
  asset: AssetId;
  /** Why. Kept in the vault, as a text by the actor. */
  reason?: Remark | null;
}

/** The deletion of an asset. */
export interface DeletionView {
  /** When. */
  at: Timestamp;
  /** By whom. */
  by: PartyName;
  /** The reason; absent if none was given or the text was erased. */
  reason?: string;
}

/** What an asset was made from. */
export interface Derivation {
  /** The asset. */
  asset: AssetId;
  /** The process it belongs to, if another one. */
  process?: ProcessId;
  /** Its version, from 1. */
  version: number;
}

/** How hard it is to use, from the easiest. */
export type Difficulty =
  /** No preparation. */
  | "very_easy"
  /** Little preparation. */
  | "easy"
  /** Some preparation. */
  | "medium"
  /** Much preparation. */
  | "difficult"
  /** For specialists. */
  | "very_difficult";

/** In which respect a mandate does not reach. */
export type Dimension =
  /** One of its parties was erased. */
  | "parties"
  /** The power. */
  | "powers"
  /** The right to exercise, assign or pass on. */
  | "rights"
  /** Its status. */
  | "status"
  /** The target. */
  | "targets"
  /** The time. */
  | "time"
  /** It is exercised only together with others. */
  | "together"
  /** How often it can be used. */
  | "uses";

/**
 * Disables an item with everything below it. Nothing is lost. Needs `item.disable`.
 *
 * If work waits for it and no longer has to then, this waives a prerequisite: it also needs
 * `prerequisite.waive` there, the approvals that the model asks for, and a reason.
 */
export interface DisableItem {
  /** The item. */
  item: ItemId;
  /** Why. Required if it waives a prerequisite. Kept in the vault, as a text by the actor. */
  reason?: Remark | null;
}

/**
 * Representatives disagreed about a purpose, and a public administration settled it: their earlier refusals no
 * longer prevent consent.
 */
export interface DisagreementSettled {
  /** The decision: a commitment to its SHA-256 in the vault. */
  evidence: Commitment;
  /** The public administration on whose behalf an official recorded it. */
  official_organisation_id: OrganisationId;
  /** The controller. */
  organisation_id: OrganisationId;
  /** The purpose. */
  purpose: Key;
  /** What the decision read in other streams. */
  relied_on: Reliance[];
}

/** Ends a person's administration. The last administrator cannot be dismissed. */
export interface DismissAdministrator {
  /** The host's id of the person. */
  person: HostId;
}

/** Dismisses an operator: by an operator, or by the host itself. The last operator cannot be dismissed. */
export interface DismissOperator {
  /** The host's id of the person. */
  person: HostId;
}

/**
 * Ends an appointment, whatever it is for: by the representative, who resigns; by an official who has seen the
 * evidence; or by the data subject, if they chose the representative.
 */
export interface DismissRepresentative {
  /** The organisation on whose behalf an official records it. */
  acting_for?: HostId | null;
  /** The data subject, if not the actor. */
  data_subject?: HostId | null;
  /** The SHA-256 of the evidence; required of an official. */
  evidence?: FileDigest | null;
  /** The representative. */
  representative: HostId;
}

/** A document, identified by the SHA-256 of its canonical JSON. */
export type Document =
  | ModelDocument
  | TemplateDocument
  | CatalogueDocument
  | PublicationDocument
  | ImportDocument
  | NoticeDocument
  | KindDocument;

/** 32 bytes as lower-case hexadecimal. */
export type DocumentId = Id<"DocumentId">;

/** A document, identified by the SHA-256 of its canonical JSON. */
export type DocumentInput =
  | ModelDocument
  | TemplateDocumentInput
  | CatalogueDocument
  | PublicationDocumentInput
  | ImportDocumentInput
  | NoticeDocumentInput
  | KindDocumentInput;

/** A document. */
export interface DocumentRequest {
  /** The SHA-256 of its canonical JSON. */
  document: DocumentId;
}

/** A document. */
export interface DocumentView {
  /** Its canonical JSON. */
  content: Document;
}

/**
 * Changes the title, description or licence of an asset. Absent fields stay unchanged. Needs `asset.edit` on
 * its task.
 */
export interface EditAsset {
  /** The asset. */
  asset: AssetId;
  /** The new description. */
  description?: Localized | null;
  /** The new licence. */
  licence?: Licence | null;
  /** The new title. */
  title?: Localized | null;
}

/** Changes an item. Absent fields stay unchanged. Needs `item.edit`. */
export interface EditItem {
  /** Whether the service is delivered in it; for phases only. */
  codelivery?: boolean | null;
  /** The new description, in all its languages. */
  description?: Localized | null;
  /** The item. */
  item: ItemId;
  /** The new name, in all its languages. */
  name?: Localized | null;
  /** The new problem profiles. */
  problem_profiles?: Key[] | null;
}

/** Changes an organisation's name or who may create teams. */
export interface EditOrganisation {
  /** The new name. */
  name?: Localized | null;
  /** Who may create teams from now on. */
  team_creation?: TeamPolicy | null;
}

/** Changes the description, language or name of a process. Needs `process.edit`. */
export interface EditProcess {
  /** The new description. */
  description?: Localized | null;
  /** The new default language. */
  language?: Language | null;
  /** The new name. */
  name?: Localized | null;
}

/** Renames a team. The actor must lead it or administer the organisation. */
export interface EditTeam {
  /** Its new name. Public: it must not be the name of a private person. */
  name: Localized;
  /** The host's id of the team. */
  team: HostId;
}

/**
 * The difference that a new model makes. Whoever changes the rules of a process in which work has begun must declare
 * it in full, so that no rule changes unnoticed.
 */
export interface Effect {
  /** Approvals that are newly required. */
  approvals_added?: ApprovalRule[];
  /** Approvals that are no longer required. */
  approvals_removed?: ApprovalRule[];
  /**
   * Acts that become less restricted: fewer approvals are needed, or for `prerequisite.waive` fewer prerequisites
   * are enforced. Adopting the model needs, for each of them, the approvals that the old model requires.
   */
  eased?: PermissionSet;
  /** Grants that end, because their role was removed or no longer admits the holder's kind. */
  grants_ended?: GrantId[];
  /** Stakeholder kinds that are newly admitted to a role. */
  holders_added?: { [name: string]: StakeholderKind[] };
  /** Stakeholder kinds that are no longer admitted to a role. */
  holders_removed?: { [name: string]: StakeholderKind[] };
  /** Permissions that a role gains. */
  permissions_added?: { [name: string]: PermissionSet };
  /** Permissions that a role loses. */
  permissions_removed?: { [name: string]: PermissionSet };
  /** Whether prerequisites are enforced from now on, if that changes. */
  prerequisites?: PrerequisitePolicy;
  /** New roles. */
  roles_added?: Key[];
  /** Removed roles. */
  roles_removed?: Key[];
}

/** Enables an item again, with those below it that were not disabled themselves. Needs `item.disable`. */
export interface EnableItem {
  /** The item. */
  item: ItemId;
}

/** Whether a mandate has a last day. */
export type EndRule =
  /** It must not have one. */
  | "forbidden"
  /** It may have one. */
  | "optional"
  /** It must have one. */
  | "required";

/** Whether a kind of prerequisite blocks work or only causes a warning. */
export type Enforcement =
  /** Work cannot begin until the prerequisite is met or waived. */
  | "enforced"
  /** Work can begin; the record says which prerequisites were unmet. */
  | "warned";

/**
 * The organisation on record that a body in a notice is. Nobody who belongs to an organisation that a notice names may
 * consent to it for another person.
 */
export type Enrolled = "outside" | { as: OrganisationId };

/** 16 bytes as lower-case hexadecimal. */
export type Entropy = string;

/** One line of an award. */
export interface EntryView {
  /** The kind of contribution. */
  kind: ContributionKind;
  /** The level of the contribution. */
  level: Level;
  /** The person. */
  person: PartyName;
  /** The points. */
  points: number;
}

/**
 * Erases the person (GDPR Art. 17): the pseudonym link to the host's id, and every text about them.
 *
 * By the person, everywhere. Or by an administrator for an organisation that has dealings with the person,
 * with a reason: this erases what that organisation holds, and the pseudonym link if no other organisation has
 * dealings with the person.
 */
export interface ErasePerson {
  /** The organisation on whose behalf the person is erased; none if the person does it. */
  acting_for?: HostId | null;
  /**
   * The reason, if somebody else does it. Kept in the vault, as a text by the actor; it must not name the
   * person.
   */
  reason?: Remark | null;
}

/** Estimates the complexity of a task. Needs `item.edit` there. */
export interface EstimateTask {
  /** For each kind of contribution. */
  complexity: Complexity;
  /** The task. */
  item: ItemId;
}

/** One fact in the journal, in its envelope of version 1. */
export type Event = { actor: PersonId; at: Timestamp; by_mandate_id?: MandateId; command: CommandId; corrected_from?: Timestamp; id: EventId; made_at?: Timestamp; mandate_id?: MandateId; on_behalf_of?: PersonId; prev?: EventId; redacted?: EventId; salt?: Salt; seq: Seq; stream: StreamId; v: 1 } & (
  | { data: OperatorAppointed; type: "operator.appointed" }
  | { data: OperatorDismissed; type: "operator.dismissed" }
  | { data: OrganisationRegistered; type: "organisation.registered" }
  | { data: OrganisationEdited; type: "organisation.edited" }
  | { data: OrganisationVerified; type: "organisation.verified" }
  | { data: OrganisationUnverified; type: "organisation.unverified" }
  | { data: AdministratorAppointed; type: "administrator.appointed" }
  | { data: AdministratorDismissed; type: "administrator.dismissed" }
  | { data: MemberAdded; type: "member.added" }
  | { data: MemberRemoved; type: "member.removed" }
  | { data: TeamCreated; type: "team.created" }
  | { data: TeamEdited; type: "team.edited" }
  | { data: TeamClosed; type: "team.closed" }
  | { data: TeamMerged; type: "team.merged" }
  | { data: TeamMemberAdded; type: "team_member.added" }
  | { data: TeamMemberRemoved; type: "team_member.removed" }
  | { data: RoleGranted; type: "role.granted" }
  | { data: RoleRevoked; type: "role.revoked" }
  | { data: RestrictionPlaced; type: "restriction.placed" }
  | { data: RestrictionLifted; type: "restriction.lifted" }
  | { data: ApprovalAsked; type: "approval.asked" }
  | { data: ApprovalGiven; type: "approval.given" }
  | { data: ApprovalUsed; type: "approval.used" }
  | { data: ApprovalWithdrawn; type: "approval.withdrawn" }
  | { data: GovernanceAdopted; type: "governance.adopted" }
  | { data: ProcessCreated; type: "process.created" }
  | { data: ProcessEdited; type: "process.edited" }
  | { data: ProcessPublished; type: "process.published" }
  | { data: ProcessClosed; type: "process.closed" }
  | { data: ProcessImported; type: "process.imported" }
  | { data: ItemAdded; type: "item.added" }
  | { data: ItemEdited; type: "item.edited" }
  | { data: ItemMoved; type: "item.moved" }
  | { data: TreeReplaced; type: "tree.replaced" }
  | { data: ItemDisabled; type: "item.disabled" }
  | { data: ItemEnabled; type: "item.enabled" }
  | { data: ItemScheduled; type: "item.scheduled" }
  | { data: PrerequisiteAdded; type: "prerequisite.added" }
  | { data: PrerequisiteRemoved; type: "prerequisite.removed" }
  | { data: TaskStarted; type: "task.started" }
  | { data: TaskCompleted; type: "task.completed" }
  | { data: TaskReopened; type: "task.reopened" }
  | { data: PrerequisiteWaived; type: "prerequisite.waived" }
  | { data: CatalogueAdopted; type: "catalogue.adopted" }
  | { data: TemplateAdopted; type: "template.adopted" }
  | { data: AssetAdded; type: "asset.added" }
  | { data: AssetEdited; type: "asset.edited" }
  | { data: AssetRevised; type: "asset.revised" }
  | { data: AssetOpened; type: "asset.opened" }
  | { data: AssetDeleted; type: "asset.deleted" }
  | { data: AssignmentMade; type: "assignment.made" }
  | { data: AssignmentWithdrawn; type: "assignment.withdrawn" }
  | { data: AssignmentCompleted; type: "assignment.completed" }
  | { data: ContributionClaimed; type: "contribution.claimed" }
  | { data: ContributionRecorded; type: "contribution.recorded" }
  | { data: ContributionConfirmed; type: "contribution.confirmed" }
  | { data: ContributionWithdrawn; type: "contribution.withdrawn" }
  | { data: ContributionAccepted; type: "contribution.accepted" }
  | { data: ContributionReturned; type: "contribution.returned" }
  | { data: TaskEstimated; type: "task.estimated" }
  | { data: PointsAwarded; type: "points.awarded" }
  | { data: PointsReversed; type: "points.reversed" }
  | { data: ParticipationAsked; type: "participation.asked" }
  | { data: ParticipationAccepted; type: "participation.accepted" }
  | { data: ParticipationDeclined; type: "participation.declined" }
  | { data: RatingGiven; type: "rating.given" }
  | { data: RatingWithdrawn; type: "rating.withdrawn" }
  | { data: MandateGranted; type: "mandate.granted" }
  | { data: MandateRequested; type: "mandate.requested" }
  | { data: MandateRegistered; type: "mandate.registered" }
  | { data: MandatePassedOn; type: "mandate.passed_on" }
  | { data: MandateAccepted; type: "mandate.accepted" }
  | { data: MandateRefused; type: "mandate.refused" }
  | { data: MandateRenounced; type: "mandate.renounced" }
  | { data: MandateRevoked; type: "mandate.revoked" }
  | { data: MandateSuspended; type: "mandate.suspended" }
  | { data: MandateResumed; type: "mandate.resumed" }
  | { data: MandateUsed; type: "mandate.used" }
  | { data: PersonErased; type: "person.erased" }
  | { data: SubjectRequestMade; type: "subject_request.made" }
  | { data: SubjectRequestExtended; type: "subject_request.extended" }
  | { data: SubjectRequestAnswered; type: "subject_request.answered" }
  | { data: ProcessingRestrictionLifted; type: "processing_restriction.lifted" }
  | { data: TextRectified; type: "text.rectified" }
  | { data: PersonWithheld; type: "person.withheld" }
  | { data: TextKept; type: "text.kept" }
  | { data: TextAttributed; type: "text.attributed" }
  | { data: NoticePublished; type: "notice.published" }
  | { data: NoticeWithdrawn; type: "notice.withdrawn" }
  | { data: ConsentRequested; type: "consent.requested" }
  | { data: ConsentDeferred; type: "consent.deferred" }
  | { data: ConsentGiven; type: "consent.given" }
  | { data: ConsentRenewed; type: "consent.renewed" }
  | { data: ConsentRefused; type: "consent.refused" }
  | { data: ConsentWithdrawn; type: "consent.withdrawn" }
  | { data: ConsentRevoked; type: "consent.revoked" }
  | { data: ConsentExpired; type: "consent.expired" }
  | { data: ConsentUsed; type: "consent.used" }
  | { data: ConsentInvalidated; type: "consent.invalidated" }
  | { data: ObjectionRaised; type: "objection.raised" }
  | { data: ObjectionWithdrawn; type: "objection.withdrawn" }
  | { data: ObjectionDecided; type: "objection.decided" }
  | { data: ObjectionResumed; type: "objection.resumed" }
  | { data: RecipientNotified; type: "recipient.notified" }
  | { data: ConsentWithheld; type: "consent.withheld" }
  | { data: DateOfBirthRecorded; type: "date_of_birth.recorded" }
  | { data: RepresentativeAppointed; type: "representative.appointed" }
  | { data: RepresentativeDismissed; type: "representative.dismissed" }
  | { data: DisagreementSettled; type: "disagreement.settled" }
  | { data: PurposeRequired; type: "purpose.required" }
  | { data: PurposeUsed; type: "purpose.used" }
  | { data: PurposeReleased; type: "purpose.released" }
  | { data: TextRedacted; type: "text.redacted" }
  | { data: BundleImported; type: "bundle.imported" }
);

/** 32 bytes as lower-case hexadecimal. */
export type EventId = Id<"EventId">;

/** Evidence for an act on a mandate, as a command names it: what the host saw. The library never opens it. */
export interface Evidence {
  /** When the act was declared or the evidence received, if that was earlier. */
  received_at?: Timestamp | null;
  /** The SHA-256 of it. Kept in the vault, salted. */
  sha256: FileDigest;
}

/** An act on a mandate for which evidence can be required. */
export type EvidenceFor =
  /** Granting it. */
  | "grant"
  /** Passing it on. */
  | "pass_on"
  /** Registering it. */
  | "register"
  /** Renouncing it. */
  | "renounce"
  /** Requesting it. */
  | "request"
  /** Revoking it. */
  | "revoke";

/** Evidence in the record: its SHA-256 as a commitment. */
export interface EvidenceRef {
  /** When the act was declared or the evidence received, if that was earlier. */
  received_at?: Timestamp;
  /** Its SHA-256: a commitment to a text in the vault. */
  text: Commitment;
}

/** Why a text is kept although the person it concerns is erased (GDPR Art. 17(3)). */
export type Exception =
  /** Freedom of expression and information: (a). */
  | "expression"
  /** A legal obligation, or a task in the public interest: (b). */
  | "legal_obligation"
  /** Public health: (c). */
  | "public_health"
  /** Archives, research and statistics: (d). */
  | "archiving"
  /** Legal claims: (e). */
  | "legal_claims";

/** The result of a command. */
export interface ExecutedView {
  /** The events, in order. */
  events: Event[];
  /** Whether the command had been executed before. */
  repeated: boolean;
  /**
   * After an erasure or a rectification: whether the old data is physically gone from the store. If not, the store
   * removes it as soon as nobody reads an older state any more.
   */
  scrubbed?: boolean;
  /** The stream's `seq` after them. */
  seq: Seq;
  /** The stream. */
  stream: StreamId;
}

/** An event known to belong to a stream. */
export interface ExpectedHead {
  /** Its id. */
  id: EventId;
  /** Its `seq`. */
  seq: Seq;
}

/** Records, on behalf of the controller, that the event which ends a consent has occurred. */
export interface ExpireConsent {
  /** The data subject. */
  data_subject?: HostId | null;
  /** The controller. */
  organisation: HostId;
  /** The purpose. */
  purpose: Key;
  /** The event that the consent names. */
  until_event: Key;
}

/** A reason with its sentence. */
export interface Explained {
  /** The stable code of the reason. */
  code: Code;
  /** The facts, for programs. */
  facts: Reason;
  /** The language of the message, if one was requested: the nearest available. */
  language?: Language;
  /** The sentence, for people. */
  message: string;
}

/** The answer to a question, with everything that led to it. */
export interface Explanation {
  /** Whether it is allowed. */
  allowed: boolean;
  /** The moment that the answer is for. */
  at: Timestamp;
  /** The item; the process as a whole if absent. */
  item?: ItemId;
  /** The permission in question. */
  permission: Permission;
  /** If allowed, the grant that allows it; if denied, everything that prevents it. */
  reasons: Explained[];
  /** For whom the actor would act, and by which mandates; absent for an act in their own name. */
  representation?: MandateAnswer;
  /** Prerequisites that are unmet and only cause a warning. */
  warnings?: Explained[];
}

/** Who expressed a data subject's will. */
export type Expressed = "data_subject" | "representative" | { official_organisation_id: OrganisationId };

/** Extends the time by two months, on behalf of the controller, within the first month (Art. 12(3)). */
export interface ExtendSubjectRequest {
  /** The reason that the person is told. Kept in the vault. */
  reason: Remark;
  /** The request. */
  request: SubjectRequestId;
}

/** What an appointment is for, on record. */
export type Extent = "everything" | { only: SubjectMatter[] };

/** What an appointment is for, in a command. There is no default: the command must say it. */
export type ExtentRef = "everything" | { only: SubjectMatterRef[] };

/** The facts of a reason, for programs. */
export interface FactsView {
  /** A number. */
  count?: number;
  /** A day. */
  date?: Date;
  /** The item that waits. */
  item?: ItemId;
  /** The item that is waited for. */
  on?: ItemId;
  /** The purpose. */
  purpose?: PurposeRef;
  /** The role. */
  role?: Key;
}

/** A figure about the results. The value is a text, so that it stays exact. */
export interface Figure {
  /** Its category. */
  category?: string;
  /** What is measured. */
  name: Localized;
  /** The unit. */
  unit?: string;
  /** The value. */
  value: string;
}

/** 32 bytes as lower-case hexadecimal. */
export type FileDigest = string;

/** A reason for a recommendation. */
export interface FitReasonView {
  /** The answer. */
  answer: Key;
  /** The reason. */
  because: ReadText;
  /** The question. */
  question: Key;
}

/** A recommended model or template, with the reasons. */
export interface FitView {
  /** The document, if it comes with the library. */
  document?: DocumentId;
  /** Its name for programs. */
  id: Key;
  /** Its name for people. */
  name?: ReadText;
  /** The reasons, one per answer. */
  reasons: FitReasonView[];
  /** The weight of the recommendation. */
  weight: number;
}

/** The shape of a knowledge resource. */
export type Form =
  /** Software. */
  | "software"
  /** A template to look at. */
  | "visual_template"
  /** A template to write in. */
  | "document_template"
  /** A canvas. */
  | "canvas"
  /** Best practices. */
  | "best_practices"
  /** Guidelines. */
  | "guidelines"
  /** A checklist. */
  | "checklist"
  /** A template of a survey. */
  | "survey_template"
  /** A template of a legal agreement. */
  | "legal_agreement_template"
  /** Something else. */
  | "other";

/** The format of a knowledge resource. */
export type Format =
  /** PDF. */
  | "pdf"
  /** A document that can be edited. */
  | "editable_source_document"
  /** An open document. */
  | "open_document"
  /** A structured format. */
  | "structured_format"
  /** Software. */
  | "software";

/** An interlinker that was found. */
export interface Found {
  /** The interlinker. */
  interlinker: Key;
  /** Its kind. */
  kind: InterlinkerKind;
  /** Its name. */
  name: ReadText;
}

/** Interlinkers that were found. */
export interface FoundView {
  /** The best first. */
  interlinkers: Found[];
}

/** Something that a notice lacks, or must not contain. */
export interface Gap {
  /** The article that requires it. */
  article: string;
  /** A sentence that describes it. */
  message: string;
  /** The place in the notice: a JSON Pointer. */
  path: string;
}

/**
 * Approves somebody else's act before it happens, where the governance model requires it.
 *
 * Only a holder of a role that the model names for the act, on the item's scope, can approve, and only in a
 * role that somebody else granted. The approval is for the exact command that was requested, as long as what
 * it concerns does not change, and counts while the approver holds the role without interruption.
 */
export interface GiveApproval {
  /** The request: the id of the `approval.asked`. */
  request: ApprovalId;
}

/** Consents to one purpose, under the notice in force. */
export interface GiveConsent {
  /** The organisation on whose behalf an official records it. */
  acting_for?: HostId | null;
  /** The data subject, if not the actor. */
  data_subject?: HostId | null;
  /** The SHA-256 of the signed document or of the minutes; required of an official. */
  evidence?: FileDigest | null;
  /** Whether consent was given in words or by a signature; required for special categories of data. */
  explicit?: boolean;
  /** The language in which the data subject read the notice. */
  language: Language;
  /** How it was expressed. */
  method: Indication;
  /** The notice that was read: the SHA-256 of its canonical JSON. */
  notice: DocumentId;
  /** The controller. */
  organisation: HostId;
  /** The purpose. */
  purpose: Key;
  /**
   * When the consent was given elsewhere, if an official brings it over from another system or from paper.
   * It counts from when it is recorded here, for no longer than it would have counted there, and never
   * overrides anything that the data subject has expressed since.
   */
  said_at?: Timestamp | null;
  /** How long the consent is valid. */
  valid: Validity;
}

/** Rates something, or changes the actor's earlier rating. */
export interface GiveRating {
  /** What is rated. */
  rated: Rated;
  /** The document that shows it: the catalogue or the publication, by the SHA-256 of its canonical JSON. */
  seen_in: DocumentId;
  /** How helpful it was, from 0 to 5. */
  stars: Stars;
  /**
   * The reason in the actor's words. Kept in the vault, as a text about the actor; readers of the ratings
   * see it without the actor's name.
   */
  text?: Remark | null;
}

/** The process adopted another governance model. */
export interface GovernanceAdopted {
  /** The effect of the change. */
  effect: Effect;
  /** The model. */
  model: DocumentId;
  /** The reason: a commitment to a text in the vault. */
  reason: Commitment;
  /** What the decision read in other streams. */
  relied_on?: Reliance[];
}

/** 16 bytes as lower-case hexadecimal. */
export type GrantId = Id<"GrantId">;

/** Grants a mandate: by the principal, or by whoever the kind says may grant it for them. */
export interface GrantMandate {
  /** The code by which the holder will accept it, if the kind asks for one. Kept in the vault. */
  acceptance_code?: Key | null;
  /** Evidence, if the kind asks for it. */
  act_evidence?: Evidence | null;
  /** The first day; today if absent. */
  from?: Date | null;
  /** The party that will act, by the host's id. */
  mandate_holder: MandateHolderRef;
  /** The kind. */
  mandate_kind: DocumentId;
  /** What it is limited to. */
  mandate_targets?: MandateTarget[];
  /** Whether the holder may pass it on. */
  may_pass_on?: boolean;
  /** The powers, by their codes; all of the kind's if none is named. */
  powers?: Key[];
  /** The party that will be acted for, by the host's id. */
  principal: PrincipalRef;
  /** An earlier mandate between the same parties that this one replaces once it begins. */
  supersedes?: MandateId | null;
  /** The last day. */
  through?: Date | null;
  /** How often it can be used. */
  uses?: number | null;
}

/**
 * Grants a party a role on the process, or on an item and everything below it.
 *
 * Needs `role.grant` there. Nobody can grant permissions that they do not hold: an actor who is not an
 * administrator can only grant roles whose every permission they hold there.
 */
export interface GrantRole {
  /**
   * The organisation for which a person will act; the role is then held in its stakeholder kind. Without
   * one, the person acts for themselves, as a citizen. Not for teams, which have their own kind.
   */
  acting_for?: HostId | null;
  /** When the grant begins; at the command's time if absent. */
  from?: Timestamp | null;
  /** The party that receives the role. */
  holder: HolderRef;
  /** The item; the whole process if absent. */
  item?: ItemId | null;
  /** The role, by its key in the governance model. */
  role: Key;
  /** When the grant ends; never if absent. */
  until?: Timestamp | null;
}

/** A grant. */
export interface GrantView {
  /** When it was ended early. */
  ended?: Timestamp;
  /** Its id. */
  grant: GrantId;
  /** The person who granted it. */
  granted_by: PartyName;
  /** The party that holds it. */
  holder: PartyName;
  /** Whether it is in force at the moment of the view. */
  holds: boolean;
  /** The item on and below which it applies; the whole process if absent. */
  item?: ItemId;
  /** The stakeholder kind in which it is held. */
  kind: StakeholderKind;
  /** The organisation for which it is held: the grant is suspended while the holder does not belong to it. */
  organisation_id?: OrganisationId;
  /** The role. */
  role: Key;
  /** The intended time of the grant. */
  window: Window;
}

/** A grant, as a reason names it. */
export interface GrantWord {
  /** The grant. */
  grant: GrantId;
  /** The item on and below which it applies; the whole process if absent. */
  item?: ItemId;
  /** The role. */
  role: Key;
  /** The team that holds it; the person if absent. */
  team_id?: TeamId;
}

/** The kind of a step; the groups come in the order of the ranking. */
export type Group =
  /** A decision that others wait for. */
  | "decision"
  /** A legal obligation of a controller or an administrator. */
  | "duty"
  /** A late task that is assigned to the person and can be done now. */
  | "overdue"
  /** Any other act that is possible now. */
  | "possible"
  /** What the person is permitted to do but cannot do yet. */
  | "blocked"
  /** What a process lacks for work to go well. */
  | "set_up";

/** Which governance model and template fit. */
export interface GuideRequest {
  /** The answers so far, by question; the answer to an empty request lists the questions. */
  answers?: { [name: string]: Key };
  /** The language; English if absent. */
  language?: Language | null;
}

/** Advice on governance models and templates. */
export interface GuideView {
  /** Recommended governance models, the best first. */
  models: FitView[];
  /** The questions that have no answer yet. */
  questions: QuestionView[];
  /** Recommended templates of the official catalogue, by their ids there, the best first. */
  templates: FitView[];
  /** Answers to unknown questions, which have no effect. */
  unknown: Key[];
}

/** A text about or by the person. */
export interface Held {
  /** Its commitment on record. */
  commitment: Commitment;
  /** The text. */
  text: string;
}

/** The party that holds a grant or is restricted. */
export type Holder = { person_id: PersonId } | { team: { organisation_id: OrganisationId; team_id: TeamId } };

/** The party that receives a role or is restricted, by the host's id. */
export type HolderRef = { person: HostId } | { team: HostId };

/** Where a stream is at home. */
export type Home =
  /** The store that the bundle comes from: here the stream is a replica. */
  | "elsewhere"
  /** This store, as the host decided. */
  | "here";

/** The id by which the host knows a party. */
export type HostId = string;

/** An asset as the other system had it. */
export interface ImportAsset {
  /** When it was made, by the other system's account. This is not a time of this record. */
  claimed_created?: Timestamp;
  /** Its content; absent if the model cannot represent it and it is only carried. */
  content?: Content;
  /** Its id there. */
  id: Key;
  /** The knowledge resource it was made from, as known to the other system. */
  interlinker?: Key;
  /** The key of its task. */
  item: Key;
  /** The licence for using it. */
  licence?: Licence;
  /** Its title. */
  title: Localized;
}

/** Imports a bundle on the host's terms. */
export interface ImportBundleRequest {
  /** The time of the import; by default the store's clock, or else the time of the bundle. */
  at?: Timestamp | null;
  /** The bundle, as exported. */
  bundle: string;
  /**
   * Streams that are at home at the bundle's source, although they are of people known here, are at home here so
   * far, or came from another source.
   */
  homes?: StreamId[];
  /** The host's name for the source of the bundle: a system, never a person's name. */
  source?: Key | null;
  /** Streams of the bundle that are at home here from now on. */
  take_over?: StreamId[];
}

/** An import in its written form. Fields are in canonical order. */
export interface ImportDocument {
  /** The numbers of its administrators, counted from 0. */
  administrators?: number[];
  /** Its assets, in order. */
  assets?: ImportAsset[];
  /** Data of the other system's format that the model cannot represent. */
  carried?: Carried[];
  /** A description of the process. */
  description?: Localized;
  /** The kind of this document. */
  document: ImportMark;
  /** The files of the export. */
  files?: ImportFile[];
  /** The process's id there. */
  id: Key;
  /** Its language by default. */
  language: Language;
  /** Its name. */
  name: Localized;
  /** The number of people it names. */
  people: number;
  /** The places where it names people. */
  places?: ImportPlace[];
  /** The statuses of its items, if not the initial ones. */
  statuses?: ImportStatus[];
  /** Its plan, if it had any. */
  template?: TemplateDocument;
}

/** An import in its written form. Fields are in canonical order. */
export interface ImportDocumentInput {
  /** The numbers of its administrators, counted from 0. */
  administrators?: number[];
  /** Its assets, in order. */
  assets?: ImportAsset[];
  /** Data of the other system's format that the model cannot represent. */
  carried?: Carried[];
  /** A description of the process. */
  description?: Localized | null;
  /** The kind of this document. */
  document: ImportMark;
  /** The files of the export. */
  files?: ImportFile[];
  /** The process's id there. */
  id: Key;
  /** Its language by default. */
  language: Language;
  /** Its name. */
  name: Localized;
  /** The number of people it names. */
  people: number;
  /** The places where it names people. */
  places?: ImportPlace[];
  /** The statuses of its items, if not the initial ones. */
  statuses?: ImportStatus[];
  /** Its plan, if it had any. */
  template?: TemplateDocumentInput | null;
}

/** A file of the export. The host stores its bytes. */
export interface ImportFile {
  /** The asset it belongs to. */
  asset?: Key;
  /** Its path, with `/` between the parts. */
  path: string;
  /** SHA-256 of the bytes. */
  sha256: FileDigest;
  /** Its length in bytes. */
  size: number;
}

/** The text `import`. */
export type ImportMark =
  /** This document is an import. */
  | "import";

/** A person named in an export. */
export interface ImportPerson {
  /** The organisation for which the person administers the process; without one they do as a citizen. */
  acting_for?: HostId | null;
  /** The host's id of the person. */
  host_id: HostId;
  /** How the other system names the person, if not by the host's id. Kept in the vault, as a text about them. */
  named?: HostId | null;
}

/** A place where the other system named a person. */
export interface ImportPlace {
  /** The person's number, counted from 0. */
  person: number;
  /** The place, as a JSON Pointer (RFC 6901). */
  pointer: string;
}

/**
 * Creates a process from another system's export: its plan and progress, its assets, and its administrators.
 * All of it or nothing. Needs what creating needs.
 */
export interface ImportProcess {
  /** The organisation in whose name it is created. Without one the actor acts for themselves, as a citizen. */
  acting_for?: HostId | null;
  /** The catalogue it takes interlinkers from, by the SHA-256 of its canonical JSON. */
  catalogue?: DocumentId | null;
  /** The governance model, by the SHA-256 of its canonical JSON. */
  governance: DocumentId;
  /** The export of the other system, by the SHA-256 of its canonical JSON. */
  import: DocumentId;
  /** The host's ids of the people named in the export, in their order. */
  people?: ImportPerson[];
}

/** The progress of an item. */
export interface ImportStatus {
  /** When the task was finished, by the other system's account. This is not a time of this record. */
  claimed_finished?: Timestamp;
  /** When work on the task began, by the other system's account. */
  claimed_started?: Timestamp;
  /** Whether it was disabled. */
  disabled?: boolean;
  /** The item's key. */
  item: Key;
  /** The task's status. A parent's is derived from its children. */
  status?: Status;
}

/** The result of an import. */
export interface Imported {
  /** The number of events withheld here so far that it tells. */
  disclosed: number;
  /** The people erased at their home, whom this import erases here. */
  erased: PersonId[];
  /** The number of the bundle's events that are new here. */
  events: number;
  /** The time as of which the bundle knows its content. */
  exported_at: Timestamp;
  /** The process. */
  process: ProcessId;
  /**
   * After an erasure, a redaction or a rectification: whether the old data is physically gone too. If not, the store
   * removes it as soon as it can.
   */
  scrubbed?: boolean;
  /** The host's name for the source. */
  source: Key;
  /**
   * The streams of the bundle, each verified: its events follow from each other. The record cannot prove who wrote
   * them.
   */
  streams: Verified[];
  /** Those that are at home here from now on. */
  taken_over: StreamId[];
  /** Those taken on trust, as replicas of streams that are at home elsewhere. */
  trusted: StreamId[];
  /** The number of its events that are withheld: only their ids are known. */
  withheld: number;
}

/** A person named in an export. */
export interface ImportedPerson {
  /** How the other system names the person: a commitment to a text in the vault. */
  named: Commitment;
  /** The person. */
  person_id: PersonId;
}

/** How a data subject expressed their will. */
export type Indication =
  /** In a form on a screen, with nothing ticked in advance. */
  | "form"
  /** On paper. */
  | "paper"
  /** In person, before an official. */
  | "in_person"
  /** By telephone, to an official. */
  | "telephone";

/** How the host reaches a program that it runs. Stored as data; the library never follows it. */
export interface Integration {
  /** The path of its programming interface. */
  api_path?: string;
  /** How it learns who its user is. */
  auth_method?: AuthMethod;
  /** The actions it offers, with their names there. */
  capabilities?: { [name: string]: Localized | null };
  /** The host name of its addresses, if not the host's own. */
  host_name?: string;
  /** Its path at that host name. */
  path?: string;
  /** The name of its service. */
  service?: string;
  /** Whether it is reached as a subdomain. */
  subdomain?: boolean;
}

/** The licence classes, in the official spelling. */
export type InterlinkLicence = "public_domain" | "permissive" | "copyleft" | "non_commercial" | "propietary";

/** `schemas/NAME/metadata.json`. */
export interface InterlinkMetadata {
  author: string;
  description_translations: { [name: string]: string };
  environments?: string[];
  id: string;
  languages?: string[];
  licence: InterlinkLicence;
  name_translations: { [name: string]: string };
  tags_translations: { [name: string]: string[] };
}

/** An empty object. */
export type InterlinkNoPrerequisite = Record<string, never>;

export interface InterlinkObjective {
  description_translations: { [name: string]: string };
  id: string;
  name_translations: { [name: string]: string };
  prerequisites: InterlinkPrerequisites;
  problemprofiles: string[];
  tasks: InterlinkTask[];
}

/** `schemas/NAME/phases/*.json`. */
export interface InterlinkPhase {
  description_translations: { [name: string]: string };
  id: string;
  is_part_of_codelivery: boolean;
  name_translations: { [name: string]: string };
  objectives: InterlinkObjective[];
  prerequisites: InterlinkPrerequisites;
}

export type InterlinkPrerequisite = { item: string; status: InterlinkPrerequisiteStatus } | { item: string; type: InterlinkPreviousType };

export type InterlinkPrerequisiteStatus = "in_progress" | "finished";

/** The list of the official files, or the one object of the official JSON Schema. */
export type InterlinkPrerequisites = InterlinkPrerequisite[] | InterlinkPrerequisite | InterlinkNoPrerequisite;

export type InterlinkPreviousType = "previous";

/** One entry of `problemprofiles.json`. */
export interface InterlinkProblemProfile {
  description_translations: { [name: string]: string };
  functionality_translations: { [name: string]: string };
  id: string;
  name_translations: { [name: string]: string };
}

export interface InterlinkTask {
  description_translations: { [name: string]: string };
  id: string;
  name_translations: { [name: string]: string };
  prerequisites: InterlinkPrerequisites;
  problemprofiles: string[];
}

/** An entry of a catalogue. Fields are in canonical order. */
export interface Interlinker {
  /** The areas where it applies. */
  areas?: Area[];
  /** The fields of its kind. */
  body: InterlinkerBody;
  /** Limits to its use. */
  constraints?: Localized;
  /** A description. */
  description?: Localized;
  /** How hard it is to use. */
  difficulty?: Difficulty;
  /** The field it is for. */
  domain?: string;
  /** The installations it is meant for, if not for all. */
  environments?: string[];
  /** Its shape. */
  form?: Form;
  /** Its format. */
  format?: Format;
  /** Its name for programs, unique in the catalogue. */
  id: Key;
  /** How to use it: a text, a file or a link, per language. */
  instructions?: { [name: string]: string };
  /** The languages it is offered in. */
  languages?: Language[];
  /** The licence class under which it may be used. */
  licence?: LicenceClass;
  /** The file of its picture. */
  logotype?: string;
  /** Its name for people. */
  name: Localized;
  /** A description in a line. */
  overview?: Localized;
  /** The problem profiles it answers. */
  problem_profiles?: Key[];
  /** The process it is for. */
  process?: string;
  /** The regulations it complies with. */
  regulations?: Localized;
  /** Its effects on a service. */
  services?: Service[];
  /** Whether it helps to sustain a service. */
  sustainability?: boolean;
  /** Words to find it by, per language. */
  tags?: { [name: string]: string[] };
  /** Its target groups. */
  targets?: Target[];
}

/** The fields of one kind of interlinker. */
export type InterlinkerBody =
  | { knowledge: { files?: { [name: string]: string }; host?: Key } }
  | { external_knowledge: { asset_name?: Localized; uris?: { [name: string]: string } } }
  | { software: { deployment_manual?: string; developer_manual?: string; integration?: Integration; internationalised?: boolean; responsive?: boolean; supported_by?: Supporter[]; user_manual?: string } }
  | { external_software: { asset_name?: Localized; uris?: { [name: string]: string } } };

/** The kind of an interlinker. */
export type InterlinkerKind =
  /** A resource that is copied and filled in: a template, a canvas, a guide. */
  | "knowledge"
  /** A resource elsewhere, which is linked. */
  | "external_knowledge"
  /** A program run by the host that keeps assets for tasks. */
  | "software"
  /** A program run by others. */
  | "external_software";

/**
 * How much an interlinker is used in a process: counted by the assets made from it and those it holds, including
 * deleted ones.
 */
export interface InterlinkerUse {
  /** The number of assets. */
  assets: number;
  /** When the first of them was added. */
  first: Timestamp;
  /** The interlinker. */
  interlinker: Key;
  /** When the last of them was added. */
  last: Timestamp;
  /** The number added per month, for months with any, in order. */
  months: MonthUse[];
  /** The process. */
  process: ProcessId;
  /** The number of tasks with such assets. */
  tasks: number;
}

/** Records, on behalf of the controller, that an authority found a consent invalid. */
export interface InvalidateConsent {
  /** The data subject. */
  data_subject?: HostId | null;
  /** What the authority decided, and where the decision can be read. Kept in the vault. */
  decision: Remark;
  /** The SHA-256 of the decision. */
  evidence?: FileDigest | null;
  /** From when on the consent was invalid; not after the command's time. */
  from: Timestamp;
  /** The controller. */
  organisation: HostId;
  /** The purpose. */
  purpose: Key;
  /**
   * All consents that began before this are invalid; if absent, only the one that was valid at `from`, or
   * the first that began after it.
   */
  until?: Timestamp | null;
}

/** An item was added by hand. */
export interface ItemAdded {
  /** The sibling it came before; it came last if absent. */
  before?: ItemId;
  /** Whether the service is delivered in it. */
  codelivery?: boolean;
  /** A description. */
  description?: Localized;
  /** Its id. */
  item: ItemId;
  /** Its kind. */
  kind: ItemKind;
  /** Its name. */
  name: Localized;
  /** Its parent. */
  parent?: ItemId;
  /** Its problem profiles. */
  problem_profiles?: Key[];
  /** What the decision read in other streams. */
  relied_on?: Reliance[];
}

/** An item was disabled with everything below it. */
export interface ItemDisabled {
  /** The item. */
  item: ItemId;
  /** Enforced prerequisites that no longer apply. */
  prerequisites_waived?: Unmet[];
  /** Why: a commitment to a text in the vault. */
  reason?: Commitment;
  /** What the decision read in other streams. */
  relied_on?: Reliance[];
}

/** An item was changed; absent fields stayed unchanged. */
export interface ItemEdited {
  /** Whether the service is delivered in it. */
  codelivery?: boolean;
  /** The new description. */
  description?: Localized;
  /** The item. */
  item: ItemId;
  /** The new name. */
  name?: Localized;
  /** The new problem profiles. */
  problem_profiles?: Key[];
  /** What the decision read in other streams. */
  relied_on?: Reliance[];
}

/** An item was enabled again. */
export interface ItemEnabled {
  /** The item. */
  item: ItemId;
  /** What the decision read in other streams. */
  relied_on?: Reliance[];
}

/** 16 bytes as lower-case hexadecimal. */
export type ItemId = Id<"ItemId">;

/** The kind of an item. */
export type ItemKind =
  /** A phase of the process; holds objectives. */
  | "phase"
  /** A goal; holds tasks. */
  | "objective"
  /** A piece of work. */
  | "task";

/** An item was moved among its siblings, or to another parent. */
export interface ItemMoved {
  /** The sibling it came before; it came last if absent. */
  before?: ItemId;
  /** The item. */
  item: ItemId;
  /** Its new parent; absent if unchanged. */
  parent?: ItemId;
  /** Enforced prerequisites that no longer apply. */
  prerequisites_waived?: Unmet[];
  /** Why: a commitment to a text in the vault. */
  reason?: Commitment;
  /** What the decision read in other streams. */
  relied_on?: Reliance[];
}

/** What a party may do on one item. */
export interface ItemPermissions {
  /** The item. */
  item: ItemId;
  /** The permissions on the item. */
  permissions: PermissionSet;
}

/** A task was planned. */
export interface ItemScheduled {
  /** The last day. */
  end?: Date;
  /** The task. */
  item: ItemId;
  /** What the decision read in other streams. */
  relied_on?: Reliance[];
  /** The first day. */
  start?: Date;
}

/** An item and everything below it. */
export interface ItemView {
  /** Whether an enforced prerequisite holds work back here. */
  blocked: boolean;
  /** Its parts, in order. */
  children?: ItemView[];
  /** When it was finished, by that system's account. */
  claimed_finished?: Timestamp;
  /** When work on it began, by the account of the system it was imported from; not a time of this record. */
  claimed_started?: Timestamp;
  /** Whether the service is delivered in it. */
  codelivery?: boolean;
  /** Its description. */
  description?: ReadText;
  /** Whether neither it nor anything above it is disabled. */
  enabled: boolean;
  /** Its planned last day. */
  end?: Date;
  /** Its id. */
  item: ItemId;
  /** Its key in the template. */
  key?: Key;
  /** Its kind. */
  kind: ItemKind;
  /** Its name. */
  name: ReadText;
  /** Its problem profiles. */
  problem_profiles?: Key[];
  /** Its progress, in whole percent. */
  progress: number;
  /** Its planned first day. */
  start?: Date;
  /** Its status. */
  status: Status;
  /** Its own prerequisites. */
  waits_for?: Wait[];
}

/**
 * Keeps a text about the person despite an erasure, on behalf of the controller that holds it and is required
 * by law to keep it (Art. 17(3)), for thirty years at most. The pseudonym link is erased nevertheless. A later
 * command replaces the time of an earlier one, and whether the text is kept with attribution.
 */
export interface KeepText {
  /**
   * Whether this controller can still find out whom the text concerns: for legal claims only, and not while
   * an erasure request is open. The link is sealed when the person is erased, and used for nothing else.
   */
  attributed?: boolean;
  /** The exception that applies. */
  exception: Exception;
  /** The law that requires it. Public. */
  law: Localized;
  /** The controller, by the host's id. */
  organisation: HostId;
  /** The text, by its commitment on record. */
  text: Commitment;
  /** When the text is no longer kept. */
  until: Timestamp;
}

/** Where data are kept: Art. 30(1)(e) if outside the European Economic Area. */
export interface Kept {
  /** The countries. */
  places: Country[];
  /** The ground for the transfer. */
  transfer?: TransferView;
}

/** A text that is kept although the person it concerns is or would be erased (Art. 17(3)). */
export interface KeptView {
  /** Whether that organisation can still find out whom the text concerns. */
  attributed: boolean;
  /** The exception that applies. */
  exception: Exception;
  /** The law that requires it, in the languages in which it was given. */
  law: Localized;
  /** The organisation that keeps it. */
  organisation_id: OrganisationId;
  /** Whether its time is over but it is still there: the person must be erased again. */
  over: boolean;
  /** The person it concerns. */
  person: PartyName;
  /** The text, by its commitment on record. */
  text: Commitment;
  /** When it is no longer kept. */
  until: Timestamp;
}

/** The name of a part of a document. */
export type Key = string;

/** A kind of mandates as a document. Fields are in canonical order. */
export interface KindDocument {
  /** Whether a mandate takes effect without its holder. */
  acceptance: Acceptance;
  /** For how long a mandate holds if its grant does not say. */
  default_length?: Length;
  /** What the kind is for. */
  description?: Localized;
  /** The kind of this document. */
  document: KindMark;
  /** Whether a mandate has a last day. */
  end_rule: EndRule;
  /** The acts that need evidence. */
  evidence_for?: EvidenceFor[];
  /** The forms of party that can hold a mandate. */
  holder_forms: PartyForm[];
  /** Its code, which all its versions share: `NAMESPACE:CODE`. */
  kind_code: Key;
  /** The longest time from the first to the last day; without limit if absent. */
  longest_length?: Length;
  /** How many days before the mandate begins its holder may look back. It permits no act for that time. */
  look_back_days?: number;
  /** Where mandates of this kind come from. */
  mandate_sources: Source[];
  /** Who may grant a mandate, asked at the principal. */
  may_grant?: Authority;
  /** Who may pass a mandate on, asked at its holder. */
  may_pass_on?: Authority;
  /** Who may renounce a mandate, asked at its holder. */
  may_renounce?: Authority;
  /** Who may revoke, suspend and resume a mandate, asked at the principal. */
  may_withdraw?: Authority;
  /** Its name. */
  name: Localized;
  /** Whether a mandate can be passed on. */
  pass_on?: PassOn;
  /** After how many days a mandate that nobody accepted expires. */
  pending_days?: number;
  /** The powers, by code: `NAMESPACE:CODE`. */
  powers: { [name: string]: Power };
  /** The forms of party that can be acted for. */
  principal_forms: PartyForm[];
  /** Whether the future holder can ask for a mandate, for the principal to accept. */
  requestable?: boolean;
  /** Whether an organisation can give itself a mandate, to assign its powers to its people. */
  self_for_organisations?: boolean;
  /** The time zone of its days. */
  time_zone: TimeZone;
  /** How many of its holders must act together, each of them another person; each acts alone if absent. */
  together?: Together;
  /** The version of the document, from 1. */
  version: number;
  /** The effect of a wrong code. */
  wrong_code?: WrongCode;
}

/** A kind of mandates as a document. Fields are in canonical order. */
export interface KindDocumentInput {
  /** Whether a mandate takes effect without its holder. */
  acceptance: Acceptance;
  /** For how long a mandate holds if its grant does not say. */
  default_length?: Length | null;
  /** What the kind is for. */
  description?: Localized | null;
  /** The kind of this document. */
  document: KindMark;
  /** Whether a mandate has a last day. */
  end_rule: EndRule;
  /** The acts that need evidence. */
  evidence_for?: EvidenceFor[];
  /** The forms of party that can hold a mandate. */
  holder_forms: PartyForm[];
  /** Its code, which all its versions share: `NAMESPACE:CODE`. */
  kind_code: Key;
  /** The longest time from the first to the last day; without limit if absent. */
  longest_length?: Length | null;
  /** How many days before the mandate begins its holder may look back. It permits no act for that time. */
  look_back_days?: number;
  /** Where mandates of this kind come from. */
  mandate_sources: Source[];
  /** Who may grant a mandate, asked at the principal. */
  may_grant?: Authority;
  /** Who may pass a mandate on, asked at its holder. */
  may_pass_on?: Authority;
  /** Who may renounce a mandate, asked at its holder. */
  may_renounce?: Authority;
  /** Who may revoke, suspend and resume a mandate, asked at the principal. */
  may_withdraw?: Authority;
  /** Its name. */
  name: Localized;
  /** Whether a mandate can be passed on. */
  pass_on?: PassOnInput | null;
  /** After how many days a mandate that nobody accepted expires. */
  pending_days?: number | null;
  /** The powers, by code: `NAMESPACE:CODE`. */
  powers: { [name: string]: Power };
  /** The forms of party that can be acted for. */
  principal_forms: PartyForm[];
  /** Whether the future holder can ask for a mandate, for the principal to accept. */
  requestable?: boolean;
  /** Whether an organisation can give itself a mandate, to assign its powers to its people. */
  self_for_organisations?: boolean;
  /** The time zone of its days. */
  time_zone: TimeZone;
  /** How many of its holders must act together, each of them another person; each acts alone if absent. */
  together?: Together | null;
  /** The version of the document, from 1. */
  version: number;
  /** The effect of a wrong code. */
  wrong_code?: WrongCode;
}

/** The word `mandate_kind`. */
export type KindMark =
  /** This document is a kind of mandates. */
  | "mandate_kind";

/** A BCP 47 language tag. */
export type Language = string;

/** An added message catalogue. */
export interface LanguageView {
  /** Its language. */
  language: Language;
}

/**
 * The six lawful bases of GDPR Art. 6(1). A purpose has exactly one here, although the law says “at least one”, so
 * that it is always clear which rights and which act apply.
 */
export type LawfulBasis =
  /** The data subject consented: Art. 6(1)(a). */
  | "consent"
  /** A contract with the data subject requires it: Art. 6(1)(b). */
  | "contract"
  /** A law requires it: Art. 6(1)(c). */
  | "legal_obligation"
  /** It protects somebody's life: Art. 6(1)(d). */
  | "vital_interest"
  /** A task in the public interest or of official authority requires it: Art. 6(1)(e). */
  | "public_task"
  /** A legitimate interest that is not overridden by those of the data subject: Art. 6(1)(f). */
  | "legitimate_interest";

/** The leaderboard of points. */
export interface Leaderboard {
  /** The places, in order. */
  places: Place[];
  /** The process. */
  process: ProcessId;
}

/** The points of each person or team. */
export interface LeaderboardRequest {
  /** The state asked about: awards taken back later still count. */
  as_of?: AsOf;
  /** What to rank by; people if absent. */
  by?: RankBy;
  /** Awards count from this time; from the beginning if absent. */
  from?: Timestamp | null;
  /** The process. */
  process: ProcessId;
  /** Awards count until this time, exclusive; without end if absent. */
  until?: Timestamp | null;
}

/** How much a copy of a process left out. */
export interface LeftOut {
  /** Assets. */
  assets: number;
  /** Claims of contributions. */
  contributions: number;
  /** Required purposes that the copy does not have: those of other controllers, of items left out, and of assets. */
  requirements?: RequirementLeftOut[];
}

/** A length of civil time (ISO 8601): years, months or days. */
export type Length = string;

/** The level of a contribution. */
export type Level =
  /** A little; counts once. */
  | "low"
  /** Counts twice. */
  | "medium"
  /** Much; counts three times. */
  | "high";

/** An SPDX licence expression. */
export type Licence = string;

/** The five licence classes of the INTERLINK catalogue. */
export type LicenceClass =
  /** No rights are reserved. */
  | "public_domain"
  /** May be used, changed and shared with few conditions. */
  | "permissive"
  /** May be used, changed and shared under the same licence. */
  | "copyleft"
  /** Not for commercial use. */
  | "non_commercial"
  /** All rights are reserved. */
  | "proprietary";

/** Lifts a restriction of processing, on behalf of the controller. The person is told first (Art. 18(3)). */
export interface LiftProcessingRestriction {
  /** The reason that the person is told. Kept in the vault. */
  reason: Remark;
  /** The request on which the restriction was granted. */
  request: SubjectRequestId;
}

/** Ends a restriction at the command's time. Needs `restriction.place` on its scope. */
export interface LiftRestriction {
  /** The restriction. */
  restriction: RestrictionId;
}

/** How long data are kept: Art. 30(1)(f). */
export type Limit = { days: number } | { until_event: { days: number; text: ReadText } };

/** The first respect in which a mandate does not reach. */
export interface LinkFault {
  /** In which respect. */
  dimension: Dimension;
  /** The mandate. */
  mandate_id: MandateId;
  /** Its status at that moment. */
  mandate_status: MandateStatus;
}

/** The same text in one or more languages; never empty. */
export type Localized = { [name: string]: string };

/** Assigns work on a task to a person or a team. Needs `task.assign` there. */
export interface MakeAssignment {
  /** The asset of the task to work on, if any. */
  asset?: AssetId | null;
  /** The assignee. */
  holder: HolderRef;
  /** The task. */
  item: ItemId;
  /** The work. Kept in the vault, as a text about the assignee. */
  text?: Remark | null;
}

/**
 * Makes a request to a controller under GDPR Art. 15 to 22. By the person; by a representative for everything
 * that this controller does; or by somebody who acts for the controller and received it. Without a stream, it
 * concerns the actor.
 */
export interface MakeSubjectRequest {
  /** The controller, by the host's id. */
  organisation: HostId;
  /** The right that is exercised. */
  right: Right;
  /** The request in the person's words. Kept in the vault. */
  text?: Remark | null;
}

/** A mandate was accepted. */
export interface MandateAccepted {
  /** The mandate by which the actor accepted it; the party's own act if absent. */
  by_mandate_id?: MandateId;
  /** The other streams that the decision read. */
  relied_on?: Reliance[];
}

/** Whether a person may exercise a power for a party. */
export interface MandateAnswer {
  /** Who acts. */
  actor: PartyName;
  /** Whether they may. */
  allowed: boolean;
  /** The mandates from the actor's to those that the principal granted; empty if not allowed. */
  mandate_ids: MandateId[];
  /** Why not: for each mandate between the two, the first respect in which it does not reach. Empty if there is none. */
  mandates: LinkFault[];
  /** For whom. */
  on_behalf_of: PartyName;
  /** Who stands between the two, from the actor's side. */
  through: PartyName[];
  /** Who counts, where several people must act together; absent where the actor alone would do, or nobody could. */
  together?: TogetherView;
}

/** May this person exercise this power for that party? */
export interface MandateCheckRequest {
  /** The person who would act, by the host's id. */
  actor: HostId;
  /** The moment of the check. */
  at: Timestamp;
  /** The day on which the act would take effect, or that what is looked at is of. */
  effective_on?: Date | null;
  /** Whether the actor would only look. */
  looks?: boolean;
  /** What it would be exercised for. */
  mandate_target?: MandateTarget | null;
  /** The party that they would act for, by the host's id. */
  on_behalf_of: HostId;
  /** The power, by its code. */
  power: Key;
  /** The people with whom the actor would act, by the host's ids, where several must act together. */
  together_with?: HostId[];
}

/** A mandate was granted. */
export interface MandateGranted {
  /** The code that the holder must give: a commitment to a text in the vault. */
  acceptance_code?: Commitment;
  /** The evidence. */
  act_evidence?: EvidenceRef;
  /** Whether it waits for the holder's acceptance. */
  awaits_holder?: boolean;
  /** The mandate by which the actor granted it; the principal's own act if absent. */
  by_mandate_id?: MandateId;
  /** When it expires if nobody accepts it. */
  expires_at?: Timestamp;
  /** The other streams that the decision read. */
  relied_on?: Reliance[];
  /** The mandate that it replaces once it begins. */
  supersedes?: MandateId;
  /** What it says. */
  terms: MandateTerms;
}

/** The party that acts for another. */
export type MandateHolder =
  | { organisation_id: OrganisationId }
  | { person_id: PersonId }
  | { team: { organisation_id: OrganisationId; team_id: TeamId } };

/** The party that acts, by the host's id. */
export type MandateHolderRef = { organisation: HostId } | { person: HostId } | { team: HostId };

/** 16 bytes as lower-case hexadecimal. */
export type MandateId = Id<"MandateId">;

/** A kind of mandates that comes with the library. */
export interface MandateKindView {
  /** The SHA-256 of its canonical JSON. */
  document: DocumentId;
  /** Its code. */
  kind_code: Key;
  /** Its name for people. */
  name: ReadText;
  /** Its version. */
  version: number;
}

/** The kinds of mandates that come with the library. */
export interface MandateKindsRequest {
  /** The language; English if absent. */
  language?: Language | null;
}

/** The kinds of mandates that come with the library. */
export interface MandateKindsView {
  /** All of them. */
  mandate_kinds: MandateKindView[];
}

/** A mandate was passed on. */
export interface MandatePassedOn {
  /** The evidence. */
  act_evidence?: EvidenceRef;
  /** Whether it waits for the holder's acceptance. */
  awaits_holder?: boolean;
  /** The mandate by which the actor passed it on; the parent holder's own act if absent. */
  by_mandate_id?: MandateId;
  /** When it expires if nobody accepts it. */
  expires_at?: Timestamp;
  /** The mandate that was passed on. */
  parent_id: MandateId;
  /** The other streams that the decision read. */
  relied_on?: Reliance[];
  /** What it says. */
  terms: MandateTerms;
}

/** A mandate was refused. */
export interface MandateRefused {
  /** The mandate by which the actor refused it; the party's own act if absent. */
  by_mandate_id?: MandateId;
  /** The other streams that the decision read. */
  relied_on?: Reliance[];
}

/** A mandate that exists outside the record was registered. */
export interface MandateRegistered {
  /** The evidence. */
  act_evidence: EvidenceRef;
  /** Whether it waits for the holder's acceptance. */
  awaits_holder?: boolean;
  /** When it expires if nobody accepts it. */
  expires_at?: Timestamp;
  /** Where it comes from. */
  mandate_source: Source;
  /** The other streams that the decision read: the event that made the actor an operator. */
  relied_on?: Reliance[];
  /** What it says. */
  terms: MandateTerms;
}

/** A mandate was given back. */
export interface MandateRenounced {
  /** The evidence. */
  act_evidence?: EvidenceRef;
  /** The mandate by which the actor renounced it; the holder's own act if absent. */
  by_mandate_id?: MandateId;
  /** When it ends. */
  effective_at: Timestamp;
  /** The other streams that the decision read. */
  relied_on?: Reliance[];
}

/** A mandate. */
export interface MandateRequest {
  /** The moment that its status is for. */
  at: Timestamp;
  /** The mandate. */
  mandate_id: MandateId;
}

/** A mandate was requested by its future holder. */
export interface MandateRequested {
  /** The evidence. */
  act_evidence?: EvidenceRef;
  /** When the request expires. */
  expires_at?: Timestamp;
  /** The other streams that the decision read. */
  relied_on?: Reliance[];
  /** What it says. */
  terms: MandateTerms;
}

/** A suspended mandate continues. */
export interface MandateResumed {
  /** The mandate by which the actor resumed it; the principal's own act if absent. */
  by_mandate_id?: MandateId;
  /** The other streams that the decision read. */
  relied_on?: Reliance[];
}

/** A mandate or some of its powers were revoked. */
export interface MandateRevoked {
  /** The evidence. */
  act_evidence?: EvidenceRef;
  /** The mandate by which the actor revoked it; the party's own act if absent. */
  by_mandate_id?: MandateId;
  /** When it ends. */
  effective_at: Timestamp;
  /** The powers that end; all of them if none is named. */
  powers?: Key[];
  /** The other streams that the decision read. */
  relied_on?: Reliance[];
  /** Whether it ended because somebody gave a wrong code. */
  wrong_code?: boolean;
}

/** The status of a mandate at a moment. */
export type MandateStatus =
  /** In force. */
  | "active"
  /** Used as often as it can be. */
  | "consumed"
  /** Its last day is over, or nobody accepted it in time. */
  | "expired"
  /** It waits for an acceptance. */
  | "pending"
  /** Whoever should have accepted it refused. */
  | "refused"
  /** Its holder gave it back. */
  | "renounced"
  /** It was revoked. */
  | "revoked"
  /** It begins later. */
  | "scheduled"
  /** Another mandate replaced it. */
  | "superseded"
  /** It is suspended. */
  | "suspended";

/** A mandate was suspended. */
export interface MandateSuspended {
  /** The mandate by which the actor suspended it; the principal's own act if absent. */
  by_mandate_id?: MandateId;
  /** The other streams that the decision read. */
  relied_on?: Reliance[];
}

/**
 * What a mandate is limited to. It applies to whatever at least one of its targets includes; without targets, to
 * everything.
 */
export type MandateTarget =
  | { area_code: Key }
  | { process_item: { item: ItemId; process: ProcessId } }
  | { process: ProcessId }
  | { service_code: Key };

/** What a mandate says. Fields are in canonical order. */
export interface MandateTerms {
  /** The first day. */
  from: Date;
  /** The party that acts. */
  mandate_holder: MandateHolder;
  /** The kind. */
  mandate_kind: DocumentId;
  /** What it is limited to. */
  mandate_targets?: MandateTarget[];
  /** The rights that the holder has in them, as far as the kind gives these. */
  power_rights: PowerRight[];
  /** The powers, by their codes. */
  powers: Key[];
  /** The party that is acted for. */
  principal: Principal;
  /** The last day; without end if absent. */
  through?: Date;
  /** How often it can be used; without limit if absent. */
  uses?: number;
}

/** A power was used outside a process. */
export interface MandateUsed {
  /** The mandate by which the actor acts for the holder; the holder's own act if absent. */
  by_mandate_id?: MandateId;
  /** What it was used for. */
  mandate_target?: MandateTarget;
  /** The power. */
  power: Key;
  /** The other streams that the decision read. */
  relied_on?: Reliance[];
}

/** A mandate. */
export interface MandateView {
  /** The first day. */
  from: Date;
  /** Who recorded it. */
  granted_by: PartyName;
  /** The code of its kind. */
  kind_code: Key;
  /** The party that acts. */
  mandate_holder: PartyName;
  /** The mandate. */
  mandate_id: MandateId;
  /** Its kind. */
  mandate_kind: DocumentId;
  /** Where it comes from. */
  mandate_source: Source;
  /** Its status at the moment asked about. */
  mandate_status: MandateStatus;
  /** What it is limited to; everything if absent. */
  mandate_targets?: MandateTarget[];
  /** The name of its kind. */
  name: Localized;
  /** The mandate that it passes on. */
  parent_id?: MandateId;
  /** The powers. */
  powers: PowerView[];
  /** The party that is acted for. */
  principal: PartyName;
  /** When it was recorded. */
  recorded_at: Timestamp;
  /** The last day; without end if absent. */
  through?: Date;
  /** How often it was used outside processes. */
  times_used: number;
  /** How often it can be used; without limit if absent. */
  uses?: number;
}

/** The mandates of a party. */
export interface MandatesRequest {
  /** The moment that their status is for. */
  at: Timestamp;
  /** The party, by the host's id. */
  host_id: HostId;
}

/** The mandates of a party. */
export interface MandatesView {
  /** Those by which others act for it, in the order in which they were recorded. */
  mandates_granted: MandateView[];
  /** Those by which it acts for others. */
  mandates_held: MandateView[];
}

/** A resource to read or use. */
export interface Material {
  /** Its kind, in a word. */
  kind?: string;
  /** Its name. */
  name: Localized;
  /** Its address. */
  uri: Uri;
}

/** What an act concerns besides its item, on record. Fields are in canonical order. */
export interface Matter {
  /** The asset. */
  asset?: AssetId;
  /** The type of the command. */
  command?: ActName;
  /** The governance model, template or catalogue that is adopted. */
  document?: DocumentId;
  /** The grant that is revoked. */
  grant?: GrantId;
  /** The party that receives the role or the assignment, or is restricted. */
  holder?: Holder;
  /** The item that must be finished first. */
  on?: ItemId;
  /** The purpose that is required. */
  purpose?: Key;
  /** The restriction that is lifted. */
  restriction?: RestrictionId;
  /** The role. */
  role?: Key;
}

/** What an act concerns besides its item, in a command: parties by the host's ids. */
export interface MatterRef {
  /** The asset. */
  asset?: AssetId | null;
  /** The type of the command; may be omitted if only one command needs the permission. */
  command?: ActName | null;
  /** The governance model, template or catalogue that is adopted. */
  document?: DocumentId | null;
  /** The grant that is revoked. */
  grant?: GrantId | null;
  /** The party that receives the role or the assignment, or is restricted. */
  holder?: HolderRef | null;
  /** The item that must be finished first; may be omitted if the item waits for only one. */
  on?: ItemId | null;
  /** The purpose that is required. */
  purpose?: Key | null;
  /** The restriction that is lifted. */
  restriction?: RestrictionId | null;
  /** The role. */
  role?: Key | null;
}

/** What an act concerns besides its item. */
export interface MatterView {
  /** The asset. */
  asset?: AssetId;
  /** The type of the command. */
  command?: ActName;
  /** The governance model, template or catalogue that is adopted. */
  document?: DocumentId;
  /** The grant that is revoked. */
  grant?: GrantId;
  /** The party that receives the role or the assignment, or is restricted. */
  holder?: PartyName;
  /** The item that must be finished first. */
  on?: ItemId;
  /** The purpose that is required. */
  purpose?: Key;
  /** The restriction that is lifted. */
  restriction?: RestrictionId;
  /** The role. */
  role?: Key;
}

/** A media type without parameters. */
export type MediaType = string;

/** A person became a member. */
export interface MemberAdded {
  /** The person. */
  person_id: PersonId;
  /** The time of the membership. */
  window: Window;
}

/** A membership ended, at the event's time. */
export interface MemberRemoved {
  /** The person. */
  person_id: PersonId;
}

/** A membership of a person. */
export interface MembershipView {
  /** When it was ended early. */
  ended?: Timestamp;
  /** The person. */
  person: PartyName;
  /** The intended time of the membership. */
  window: Window;
}

/**
 * Closes a team and moves its members into another team of the same kind, each for the rest of their
 * membership. Roles are not moved: whoever grants roles in a process grants them to the other team. The actor
 * must lead both teams, or administer the organisation.
 */
export interface MergeTeam {
  /** The host's id of the team that continues. */
  into: HostId;
  /** The host's id of the team that is closed. */
  team: HostId;
}

/**
 * A message catalogue in its written form.
 *
 * A phrase is a text with names in braces for what is filled in: `{actor} completed “{item}”.` The available names
 * depend on the type of event; `Slot` describes them.
 */
export interface MessageCatalogueDocument {
  /** Help after a refusal, by the code of the refusal. */
  help?: { [name: string]: string };
  /** The language. */
  language: Language;
  /**
   * The phrases, by the type of the event; also `blocked` and `unblocked`, for which there is no event, and those
   * for possible steps, by their code (`next.…`). For a missing type, another language is used.
   */
  phrases: { [name: string]: string };
  /**
   * The sentences of refusals and reasons, by their code. If a code has several sentences, the name of the sentence
   * follows after a slash; `short` is used for texts that programs write.
   */
  refusals?: { [name: string]: string };
  /** Stands for a person whom the vault no longer knows. */
  somebody: string;
  /** Stands for something that is no longer known. */
  something: string;
  /** Words that are filled into refusals and are not names, by their English. */
  words?: { [name: string]: string };
}

/** Why something is a person's to do. */
export type MineBy =
  /** It is assigned to this person. */
  | "assignment"
  /** It is assigned to a team of this person. */
  | "team"
  /** A role permits it. */
  | "role";

/** Why a step is a person's. */
export interface MineView {
  /** The assignment. */
  assignment?: AssignmentId;
  /** The reason. */
  by: MineBy;
  /** The role that permits it. */
  role?: Key;
  /** The team to which it is assigned, or that holds the role. */
  team?: PartyName;
}

/** A governance model as a document. Fields are in canonical order. */
export interface ModelDocument {
  /** Which acts need whose approval. */
  approvals?: ApprovalRule[];
  /** What the model is for. */
  description?: Localized;
  /** The kind of this document. */
  document: ModelMark;
  /** The role that the creator of a process receives. It must administer the process. */
  founder: Key;
  /** The model's name for programs, shared by all its versions. */
  id: Key;
  /** The model's name for people. */
  name: Localized;
  /** Whether prerequisites are enforced. */
  prerequisites: PrerequisitePolicy;
  /** The roles. */
  roles: { [name: string]: RoleDefinition };
  /** The version of the model, from 1. */
  version: number;
  /** The rules for work and credit. */
  work?: WorkPolicy;
}

/** The word `governance_model`. */
export type ModelMark =
  /** This document is a governance model. */
  | "governance_model";

/** A governance model that comes with the library. */
export interface ModelView {
  /** The SHA-256 of its canonical JSON. */
  document: DocumentId;
  /** Its name for programs. */
  id: Key;
  /** Its name for people. */
  name: ReadText;
  /** Its version. */
  version: number;
}

/** The governance models that come with the library. */
export interface ModelsRequest {
  /** The language of names; English if absent. */
  language?: Language | null;
}

/** The governance models that come with the library. */
export interface ModelsView {
  /** All of them. */
  models: ModelView[];
}

/** The number of assets added in a month. */
export interface MonthUse {
  /** The number of assets. */
  assets: number;
  /** The first day of the month, in UTC. */
  month: Date;
}

/**
 * Moves an item among its siblings, or with everything in it to another parent. Needs `item.edit`, and for
 * another parent `item.add` there. If a role, a restriction or a required purpose applies to the old or new
 * place, so that others' permissions change, also needs `process.administer`.
 *
 * If something no longer has to wait then, this waives a prerequisite: it also needs `prerequisite.waive`
 * there, the approvals that the model asks for, and a reason.
 */
export interface MoveItem {
  /** The sibling it comes before; it comes last if absent. */
  before?: ItemId | null;
  /** The item. */
  item: ItemId;
  /** Its new parent; unchanged if absent. */
  parent?: ItemId | null;
  /** Why. Required if it waives a prerequisite. Kept in the vault, as a text by the actor. */
  reason?: Remark | null;
}

/** Work that must stop because a purpose required there has no legal basis for a person's data. */
export interface MustStopView {
  /** The assignment, if it is one. */
  assignment?: AssignmentId;
  /** The claim waiting for review, if it is one. */
  contribution?: ContributionId;
  /** The person whose data may not be processed for it. */
  data_subject: PartyName;
  /** The task. */
  item: ItemId;
  /** The person whose work it is. */
  person: PartyName;
  /** The required purpose. */
  purpose: PurposeRef;
  /** Why not, as a sentence. */
  reason: string;
  /** The requirement. */
  requirement: RequirementId;
}

/** An act for which approval was asked. */
export interface MyApprovalView {
  /** The act. */
  act?: NextAct;
  /** The request. */
  approval: ApprovalId;
  /** When approval was asked for. */
  at: Timestamp;
  /** The item. */
  item?: ItemId;
  /** Whether this person asked for it; otherwise this person could approve it. */
  own: boolean;
  /** The permission that it needs. */
  permission: Permission;
  /** The process. */
  process: ProcessId;
}

/** An open assignment. */
export interface MyAssignmentView {
  /** The assignment. */
  assignment: AssignmentId;
  /** When it was made. */
  at: Timestamp;
  /** The last day of the task. */
  due?: Date;
  /** The task. */
  item: ItemId;
  /** Its name. */
  name: ReadText;
  /** The process. */
  process: ProcessId;
  /** The task's status. */
  status: Status;
  /** The assigned team, if it is one. */
  team?: PartyName;
}

/** A process of a person. */
export interface MyProcessView {
  /** When it was closed. */
  closed?: Timestamp;
  /** Its name. */
  name: ReadText;
  /** The process. */
  process: ProcessId;
  /** Its progress, in whole percent. */
  progress: number;
  /** The roles that this person holds anywhere in it, also through teams. */
  roles: Key[];
  /** Its status. */
  status: Status;
}

/** A person's processes, teams, assignments and approvals. */
export interface MyRequest {
  /** The current time. */
  at: Timestamp;
  /** The language; English if absent. */
  language?: Language | null;
  /** The person, by the host's id. */
  person: HostId;
}

/** A team of a person. */
export interface MyTeamView {
  /** Its name. */
  name: ReadText;
  /** The team, with its organisation. */
  team: PartyName;
}

/** A person's processes, teams, assignments and approvals. */
export interface MyView {
  /** Acts that wait for approval, requested by this person or to be approved by them. */
  approvals: MyApprovalView[];
  /** The open assignments of this person, or of a team of theirs. */
  assignments: MyAssignmentView[];
  /** The processes that this person may see, ordered by id. */
  processes: MyProcessView[];
  /** The teams of this person. */
  teams: MyTeamView[];
}

/** A body named in the record. */
export interface Named {
  /** The contact. */
  contact?: string;
  /** The name. */
  name: ReadText;
}

/** Whether the purpose needs the data. */
export type Necessity =
  /** The purpose cannot be fulfilled without them. */
  | "required"
  /** They help, but nothing may depend on them (Art. 7(4)). */
  | "optional";

/** The status of the other item that is waited for. */
export type Needs =
  /** It comes before in order and must be finished first. INTERLINK's `"type": "previous"`. */
  | "previous"
  /** It is in progress or finished. */
  | "in_progress"
  /** It is finished. INTERLINK's `"status": "finished"`. */
  | "finished";

/** The type of the command by which a step is done. */
export type NextAct =
  | "approval.give"
  | "participation.accept"
  | "subject_request.answer"
  | "recipient.notify"
  | "consent.request"
  | "process.edit"
  | "process.publish"
  | "process.close"
  | "template.adopt"
  | "catalogue.adopt"
  | "governance.adopt"
  | "item.add"
  | "item.edit"
  | "item.move"
  | "tree.replace"
  | "task.estimate"
  | "prerequisite.add"
  | "prerequisite.remove"
  | "item.disable"
  | "item.enable"
  | "item.schedule"
  | "task.start"
  | "task.complete"
  | "task.reopen"
  | "assignment.make"
  | "assignment.withdraw"
  | "assignment.complete"
  | "prerequisite.waive"
  | "role.grant"
  | "role.revoke"
  | "participation.decline"
  | "restriction.place"
  | "restriction.lift"
  | "asset.add"
  | "asset.edit"
  | "asset.revise"
  | "asset.delete"
  | "asset.open"
  | "contribution.claim"
  | "contribution.record"
  | "contribution.accept"
  | "contribution.return"
  | "points.award"
  | "points.reverse"
  | "purpose.require"
  | "purpose.release";

/** A reason: its code, a sentence, and its facts. */
export interface NextReasonView {
  /** The stable code. */
  code: Code;
  /** The facts of the reason, for programs. */
  facts: FactsView;
  /** The language of the sentence, which may not be the one asked for. */
  language: Language;
  /** The sentence. */
  message: string;
}

/** What a person can do next. */
export interface NextRequest {
  /** The current time. */
  at: Timestamp;
  /** The language; English if absent. */
  language?: Language | null;
  /** How many steps are returned at most, up to 10 000. */
  limit: number;
  /** The person, by the host's id. An unknown person has nothing to do. */
  person: HostId;
  /** The process; if absent, all of theirs, and the organisations they administer. */
  process?: ProcessId | null;
}

/** Everything that a person can do next, the most urgent first. */
export interface NextView {
  /** As many as were asked for. */
  steps: StepView[];
  /** The total number of steps. */
  total: number;
}

/** Something that a step waits for, and who could end the waiting. */
export interface NextWaitView {
  /** The command that would end it. */
  act?: NextAct;
  /** The task that would have to be started or completed first. */
  first?: ItemId;
  /** The item that waits: the step's own, or a parent of it. */
  item: ItemId;
  /** Whether there are more people than those named. */
  more: boolean;
  /** The name of the item waited for. */
  name: ReadText;
  /** The status waited for. */
  needs: Needs;
  /** The item waited for. */
  on: ItemId;
  /** The roles that can do it. */
  roles: Key[];
  /** Some of the people who could do it now; empty if the asker may not see who takes part. */
  who?: PartyName[];
}

/**
 * How an official learnt what a data subject does not want, or no longer wants: on paper, by telephone or in person. This
 * must be as easy as consenting (GDPR Art. 7(3)), so the controller's own staff may record it, too.
 */
export interface Noted {
  /**
   * The organisation on whose behalf it is recorded: a public administration that an operator verified, or the
   * controller that received it.
   */
  acting_for: HostId;
  /** The SHA-256 of the letter or of the minutes. */
  evidence: FileDigest;
  /** How it was expressed; not in a form on a screen, which the data subject fills in themselves. */
  method: Indication;
  /** When it was received, if that was earlier. It never ends what the data subject agreed to since. */
  received_at?: Timestamp | null;
}

/** How an official learnt of a refusal, a withdrawal or an objection, on record. */
export interface NotedRef {
  /** What the official saw: a commitment to its SHA-256 in the vault. */
  evidence: Commitment;
  /** How it was expressed. */
  method: Indication;
  /** When it was received, if that was earlier. */
  received_at?: Timestamp;
}

/**
 * A notice as a document: what people are told before their data are processed (GDPR Art. 13 and 14). Fields are in
 * canonical order.
 */
export interface NoticeDocument {
  /** The authority to complain to. */
  authority?: Body;
  /** Ages of consent that differ from the shipped table. */
  child_ages?: AgeRow[];
  /** The source of the data. */
  collection?: Collection;
  /** The controllers; the first is the organisation that publishes the notice. */
  controllers: Body[];
  /** The kind of this document. */
  document: NoticeMark;
  /** The name for programs, the same in all versions. */
  id: Key;
  /**
   * The responsibilities of joint controllers and the contact for data subjects: the essence of their arrangement
   * (Art. 26(2)).
   */
  joint_arrangement?: Localized;
  /** The country whose law applies. */
  jurisdiction: Country;
  /** The languages in which all of it is written. */
  languages: Language[];
  /** The number of days within which recipients are notified that data may no longer be processed (Art. 19). */
  notify_within_days?: number;
  /** The data protection officer of the controller. */
  officer?: Body;
  /** The purposes of the processing. */
  purposes: Purpose[];
  /** The recipients; an empty list means that there are none. */
  recipients?: Recipient[];
  /** The purposes for which this version asks again those who consented to an earlier one. */
  renews?: Key[];
  /**
   * The purposes that this version only rewords, so that nobody has to be asked again. This is checked: any other
   * difference is refused.
   */
  rewords?: Key[];
  /** Where data subjects exercise their rights. */
  rights_at?: Uri;
  /** The text for the data subject. */
  text: Localized;
  /** Its title. */
  title: Localized;
  /** Where exactly this version can be read. */
  uri: Uri;
  /** The version, from 1. */
  version: number;
  /** How to withdraw consent. */
  withdrawal?: Withdrawal;
}

/**
 * A notice as a document: what people are told before their data are processed (GDPR Art. 13 and 14). Fields are in
 * canonical order.
 */
export interface NoticeDocumentInput {
  /** The authority to complain to. */
  authority?: Body | null;
  /** Ages of consent that differ from the shipped table. */
  child_ages?: AgeRow[];
  /** The source of the data. */
  collection?: Collection | null;
  /** The controllers; the first is the organisation that publishes the notice. */
  controllers: Body[];
  /** The kind of this document. */
  document: NoticeMark;
  /** The name for programs, the same in all versions. */
  id: Key;
  /**
   * The responsibilities of joint controllers and the contact for data subjects: the essence of their arrangement
   * (Art. 26(2)).
   */
  joint_arrangement?: Localized | null;
  /** The country whose law applies. */
  jurisdiction: Country;
  /** The languages in which all of it is written. */
  languages: Language[];
  /** The number of days within which recipients are notified that data may no longer be processed (Art. 19). */
  notify_within_days?: number | null;
  /** The data protection officer of the controller. */
  officer?: Body | null;
  /** The purposes of the processing. */
  purposes: PurposeInput[];
  /** The recipients; an empty list means that there are none. */
  recipients?: Recipient[] | null;
  /** The purposes for which this version asks again those who consented to an earlier one. */
  renews?: Key[];
  /**
   * The purposes that this version only rewords, so that nobody has to be asked again. This is checked: any other
   * difference is refused.
   */
  rewords?: Key[];
  /** Where data subjects exercise their rights. */
  rights_at?: Uri | null;
  /** The text for the data subject. */
  text: Localized;
  /** Its title. */
  title: Localized;
  /** Where exactly this version can be read. */
  uri: Uri;
  /** The version, from 1. */
  version: number;
  /** How to withdraw consent. */
  withdrawal?: Withdrawal | null;
}

/** What a notice still lacks before an organisation of a kind may publish it. */
export interface NoticeGapsRequest {
  /** The organisation's stakeholder kind. */
  kind: StakeholderKind;
  /** The notice; it must have been added. */
  notice: DocumentId;
}

/** The gaps of a notice. */
export interface NoticeGapsView {
  /** Each with the article that requires it; empty if the notice is complete. */
  gaps: Gap[];
}

/** The kind mark `notice`. */
export type NoticeMark =
  /** This document is a notice. */
  | "notice";

/** A notice was published; it replaces the previous version. */
export interface NoticePublished {
  /** The notice. */
  notice: DocumentId;
}

/** A notice that is or was in force, in one language. */
export interface NoticeView {
  /** The SHA-256 of its canonical JSON. */
  document: DocumentId;
  /** When it came into force. */
  from: Timestamp;
  /** The name for programs. */
  id: Key;
  /** The purposes. */
  purposes: PurposeView[];
  /** The text for the data subject. */
  text: ReadText;
  /** Its title. */
  title: ReadText;
  /** When it ceased to be in force. */
  until?: Timestamp;
  /** Its version. */
  version: number;
}

/** A notice was withdrawn. */
export interface NoticeWithdrawn {
  /** The name of the notice. */
  notice: Key;
}

/** The notices of an organisation. */
export interface NoticesRequest {
  /** The language; English if absent. */
  language?: Language | null;
  /** The organisation. */
  organisation_id: OrganisationId;
}

/** The notices of an organisation. */
export interface NoticesView {
  /** The notices, in the order in which they were published. */
  notices: NoticeView[];
}

/** A notification for a person. */
export interface Notification {
  /** When it happened. */
  at: Timestamp;
  /** Why it concerns the person. */
  concern: Concern;
  /** The event. */
  event: EventId;
  /** The item. */
  item?: ItemId;
  /** The person it concerns. */
  person: PartyName;
  /** The event's position. */
  position: Position;
  /** The sentence. */
  sentence: Sentence;
  /** The stream. */
  stream: StreamId;
}

/** A page of entries. */
export interface NotificationPage {
  /** How far the feed was read: ask for what comes after it next time. */
  after: Position;
  /** The entries, in order. */
  entries: Notification[];
}

/** Notifications: each tells whom an event concerns. */
export interface NotificationsRequest {
  /** The position after which to begin; 0 for the beginning. */
  after?: Position;
  /** The language; English if absent. */
  language?: Language | null;
  /** How many events are read at most, up to 10 000. */
  limit: number;
  /** Only notifications for this person, by the host's id. */
  person?: HostId | null;
}

/** Records, on behalf of the controller, that a recipient was notified that processing must end (Art. 19). */
export interface NotifyRecipient {
  /** The data subject. */
  data_subject?: HostId | null;
  /** The controller. */
  organisation: HostId;
  /** The purpose. */
  purpose: Key;
  /** The recipient, by its name in the notice. */
  recipient: Key;
}

/** An objection was decided. */
export interface ObjectionDecided {
  /** The grounds that override the objection, if any: a commitment to a text in the vault. */
  grounds?: Commitment;
  /** The controller. */
  organisation_id: OrganisationId;
  /** The purpose. */
  purpose: Key;
  /** What the decision read in other streams. */
  relied_on: Reliance[];
}

/** An objection was raised. */
export interface ObjectionRaised {
  /** Who expressed it. */
  by: Expressed;
  /** The data subject's grounds: a commitment to a text in the vault. */
  grounds?: Commitment;
  /** How an official learnt of it, if one recorded it. */
  noted?: NotedRef;
  /** The controller. */
  organisation_id: OrganisationId;
  /** The purpose. */
  purpose: Key;
  /** What the decision read in other streams. */
  relied_on?: Reliance[];
}

/**
 * An erased person who had objected has come back: the objection resumes as it was. No command makes this
 * event; the library does, when it meets the person's host id again.
 */
export interface ObjectionResumed {
  /** The controller. */
  organisation_id: OrganisationId;
  /** The purpose. */
  purpose: Key;
  /** Whether the controller had upheld it; otherwise it was undecided. */
  upheld?: boolean;
}

/** An objection was withdrawn. */
export interface ObjectionWithdrawn {
  /** Who expressed it. */
  by: Expressed;
  /** The controller. */
  organisation_id: OrganisationId;
  /** The purpose. */
  purpose: Key;
}

/** A recipient that must be or was notified (Art. 19). */
export interface ObligationView {
  /** What the recipient must be notified of. */
  cause: Cause;
  /** The data subject. */
  data_subject: PartyName;
  /** When the recipient was notified. */
  notified?: Timestamp;
  /** The deadline for the notification. */
  notify_until: Timestamp;
  /** Whether the recipient was not notified in time. */
  overdue: boolean;
  /** The purpose. */
  purpose: PurposeRef;
  /** The recipient, by its name in the notice. */
  recipient: Key;
  /** The recipient's country. */
  recipient_country: Country;
  /** The recipient's name. */
  recipient_name: ReadText;
  /** Since when the cause exists. */
  since: Timestamp;
  /** The state of the consent or objection. */
  state: State;
}

/** The notification obligations of a controller. */
export interface ObligationsRequest {
  /** The moment of the check. */
  at: Timestamp;
  /** The language; English if absent. */
  language?: Language | null;
  /** The controller. */
  organisation_id: OrganisationId;
}

/** All notification obligations of a controller, open and met, with renewals and storage. */
export interface ObligationsView {
  /** By person, purpose and recipient. */
  obligations: ObligationView[];
  /** Consents to be renewed because of a newer notice, by person. */
  renewals: RenewalView[];
  /** Data kept beyond the storage period of the notice, by person. */
  storage: StorageView[];
}

/** An action available for an asset. */
export interface Offer {
  /** Its name at the interlinker that holds the asset. */
  text?: ReadText;
  /** The action. */
  what: Capability;
}

/**
 * Opens an asset and records the access: who, what, and when. Needs `asset.view` on its task, and the purposes
 * required for it.
 */
export interface OpenAsset {
  /** The asset. */
  asset: AssetId;
}

/** A person became an operator. */
export interface OperatorAppointed {
  /** Whether the host itself or an operator appointed the person. */
  by: AppointedBy;
  /** The person. */
  person_id: PersonId;
}

/** A person is no longer an operator. */
export interface OperatorDismissed {
  /** Whether the host itself or an operator dismissed the person. */
  by: AppointedBy;
  /** The person. */
  person_id: PersonId;
}

/** The host's operators. */
export type OperatorsRequest = Record<string, never>;

/** The operators of the store. */
export interface OperatorsView {
  /** The operators, in the order in which they were appointed. */
  operators: PartyName[];
  /** The number of the last event of the host's stream; 0 if nobody was appointed yet. */
  seq: Seq;
}

/** The organisation's name or team policy changed. */
export interface OrganisationEdited {
  /** The new name, if it changed. */
  name?: Localized;
  /** The new policy, if it changed. */
  team_creation?: TeamPolicy;
}

/** 16 bytes as lower-case hexadecimal. */
export type OrganisationId = Id<"OrganisationId">;

/** An organisation was registered; the actor is its first administrator. */
export interface OrganisationRegistered {
  /** What kind of stakeholder it is. */
  kind: StakeholderKind;
  /** Its name. */
  name: Localized;
  /** Who may create teams in it. */
  team_creation: TeamPolicy;
}

/** An organisation. */
export interface OrganisationRequest {
  /** The state asked about. */
  as_of?: AsOf;
  /** The organisation. */
  organisation_id: OrganisationId;
}

/** An operator of the store revoked the verification. */
export interface OrganisationUnverified {
  /** The host's stream, which records that the actor is an operator. */
  relied_on: Reliance[];
}

/** An operator of the store verified what the organisation is. */
export interface OrganisationVerified {
  /** The SHA-256 of the evidence that the operator saw. */
  evidence?: FileDigest;
  /** The kind of stakeholder according to the register. */
  kind: StakeholderKind;
  /** Its entry in the register. */
  register: RegisterEntry;
  /** The host's stream, which records that the actor is an operator. */
  relied_on: Reliance[];
}

/** An organisation. */
export interface OrganisationView {
  /** Its administrators. */
  administrators: PartyName[];
  /** The host's id for it. */
  host_id?: HostId;
  /** What kind of stakeholder it is. */
  kind: StakeholderKind;
  /** Past, present and future members. */
  members: MembershipView[];
  /** Its name, in all its languages. */
  name: Localized;
  /** Its id. */
  organisation_id: OrganisationId;
  /** The number of the last event that the view includes. */
  seq: Seq;
  /** Who may create teams in it. */
  team_creation: TeamPolicy;
  /** Its teams. */
  teams: TeamView[];
  /** The verification; absent if there is only the organisation's own claim. */
  verified?: VerificationView;
}

/** The source of a copy: a process, as it was after one of its events. It means the same in every system. */
export interface Origin {
  /** The id of its last event at that point. */
  event: EventId;
  /** The process. */
  process: ProcessId;
  /** Its `seq` at that point. */
  seq: Seq;
}

/** The outcome of a request. */
export type Outcome =
  /** The request was fulfilled. */
  | "fulfilled"
  /** The request was refused, for a reason that is on record (Art. 12(4) and (5)). */
  | "refused";

/** The outcomes of commands. */
export interface OutcomesView {
  /** In the order of the commands. */
  outcomes: CommandOutcome[];
}

/** An organisation responsible for the practice. Public: never a private person. */
export interface Owner {
  /** A description. */
  info?: Localized;
  /** Its name. */
  name: Localized;
  /** Its address. */
  uri?: Uri;
}

/** A piece of a sentence. */
export interface Part {
  /** The party that the piece names, so that a host can use a better name or a link. */
  party?: PartyName;
  /**
   * The text. A name is isolated in it (U+2068 … U+2069) and cut if long, so that neither its direction nor its
   * length affects the text around it.
   */
  text: string;
}

/** A request to take part was accepted; the grant follows. */
export interface ParticipationAccepted {
  /** Why: a commitment to a text in the vault. */
  reason?: Commitment;
  /** What the decision read in other streams. */
  relied_on?: Reliance[];
  /** The request. */
  request: ParticipationId;
}

/** A person asked to take part. */
export interface ParticipationAsked {
  /** Its id. */
  request: ParticipationId;
  /** Why: a commitment to a text in the vault. */
  text: Commitment;
}

/** A request to take part was declined. */
export interface ParticipationDeclined {
  /** Why: a commitment to a text in the vault. */
  reason: Commitment;
  /** What the decision read in other streams. */
  relied_on?: Reliance[];
  /** The request. */
  request: ParticipationId;
}

/** 16 bytes as lower-case hexadecimal. */
export type ParticipationId = Id<"ParticipationId">;

/** A request to take part. */
export interface ParticipationView {
  /** Whether it was accepted; absent while it is open. */
  accepted?: boolean;
  /** Who answered it. */
  answered_by?: PartyName;
  /** When. */
  at: Timestamp;
  /** The person asking. */
  by: PartyName;
  /** The reason for the answer. */
  reason?: string;
  /** Its id. */
  request: ParticipationId;
  /** The reason; absent if the text was erased. */
  text?: string;
}

/** A form of party. */
export type PartyForm =
  /** An organisation. */
  | "organisation"
  /** A person. */
  | "person"
  /** A team: whoever is in it at the time. */
  | "team";

/** How views name a party: by the library's id, and by the host's id if the vault still knows it. */
export interface PartyName {
  /** The host's id; absent for a person who was erased. */
  host_id?: HostId;
  /** The organisation: the party, or the organisation that the team belongs to. */
  organisation_id?: OrganisationId;
  /** The person's pseudonym, if the party is a person. */
  person_id?: PersonId;
  /** The team, if the party is a team. */
  team_id?: TeamId;
}

/** The party behind a host id. */
export interface PartyRequest {
  /** The host's id. */
  host_id: HostId;
}

/** The party behind a host id. */
export interface PartyView {
  /** The party; absent if nobody is known by that id. */
  party?: PartyName;
}

/** Whether, how often and to whom mandates of a kind are passed on. */
export interface PassOn {
  /** How often in a row: 1 if what was passed on is never passed on again. */
  depth: number;
  /** Mandates held by organisations. */
  organisation_holders: PassingOn;
  /** Mandates held by persons. */
  person_holders: PassingOn;
  /** Mandates held by teams. */
  team_holders: PassingOn;
  /** The forms of party that can receive it. */
  to: PartyForm[];
}

/** Whether, how often and to whom mandates of a kind are passed on. */
export interface PassOnInput {
  /** How often in a row: 1 if what was passed on is never passed on again. */
  depth: number;
  /** Mandates held by organisations. */
  organisation_holders?: PassingOn;
  /** Mandates held by persons. */
  person_holders?: PassingOn;
  /** Mandates held by teams. */
  team_holders?: PassingOn;
  /** The forms of party that can receive it. */
  to: PartyForm[];
}

/** Passes a mandate on: in each respect at most as far as it reaches. What is passed on ends with it. */
export interface PassOnMandate {
  /** Evidence, if the kind asks for it. */
  act_evidence?: Evidence | null;
  /** The first day; today if absent. */
  from?: Date | null;
  /** The party that will act, by the host's id. */
  mandate_holder: MandateHolderRef;
  /** What it is limited to; as the parent if nothing is named. */
  mandate_targets?: MandateTarget[];
  /** Whether it may be passed on again. */
  may_pass_on?: boolean;
  /** The mandate that is passed on. */
  parent_id: MandateId;
  /** The powers, by their codes; all that can be passed on if none is named. */
  powers?: Key[];
  /** The last day; the parent's if absent. */
  through?: Date | null;
  /** How often it can be used. */
  uses?: number | null;
}

/** Whether a mandate may be passed on, if its holder is of one form. */
export type PassingOn =
  /** Never. */
  | "never"
  /** If whoever grants it says so. */
  | "optional"
  /** Always: a mandate that cannot be passed on cannot be granted. */
  | "required";

/** Everyone who may do a thing. */
export interface PeopleView {
  /** The people, ordered by pseudonym. */
  people: PartyName[];
}

/**
 * One thing that a party may be allowed to do.
 *
 * The set is closed: a governance model combines these and cannot invent others. What belongs to the data
 * subject alone (giving and withdrawing consent) is not a permission, and nobody can be given it.
 */
export type Permission =
  /** See the process and its items. */
  | "process.view"
  /** Change the process's name and description. */
  | "process.edit"
  /** Administer the process: everything else, and its rules. Only ever for the whole process. */
  | "process.administer"
  /** Publish the process as a good practice. */
  | "process.publish"
  /** Add items below. */
  | "item.add"
  /** Change, move and link items. */
  | "item.edit"
  /** Disable items and enable them again. */
  | "item.disable"
  /** Set the dates of tasks. */
  | "item.schedule"
  /** Start a task. */
  | "task.start"
  /** Complete a task. */
  | "task.complete"
  /** Reopen a finished task. */
  | "task.reopen"
  /** Ask others to work on a task. */
  | "task.assign"
  /** Waive an unmet prerequisite, with a reason, so that work can begin. */
  | "prerequisite.waive"
  /** Grant roles and revoke them. */
  | "role.grant"
  /** Place restrictions and lift them. */
  | "restriction.place"
  /** See assets. */
  | "asset.view"
  /** Create assets. */
  | "asset.create"
  /** Change assets. */
  | "asset.edit"
  /** Delete assets. */
  | "asset.delete"
  /** Claim a contribution. */
  | "contribution.claim"
  /** Review the contributions of others. */
  | "contribution.review"
  /** Manage notices and the purposes for which consent is requested. */
  | "consent.manage";

export type PermissionSet = Permission[];

/** Everything that a party may do in a process at one moment. */
export interface PermissionTable {
  /** The moment of the table. */
  at: Timestamp;
  /** The permissions on each item, parents before children. */
  items: ItemPermissions[];
  /** The permissions on the process as a whole. */
  process: PermissionSet;
}

/** Everything that a party may do in a process. */
export interface PermissionsRequest {
  /** The state asked about. */
  as_of?: AsOf;
  /** The moment of the check. */
  at: Timestamp;
  /** The party: a person, with everything their teams bring; or a team, with what it passes on. */
  party: HolderRef;
  /** The process. */
  process: ProcessId;
}

/** A person was erased from the vault: everywhere, or only what one organisation held. */
export interface PersonErased {
  /** The kept texts with attribution, each with the place of its sealed link in the vault. */
  attributed?: Attributed[];
  /** The texts about the person that a law requires to be kept. */
  kept?: Commitment[];
  /** Whether the pseudonym link remains, because other organisations have dealings with the person. */
  link_kept?: boolean;
  /** The organisation on whose behalf the person was erased. */
  organisation_id?: OrganisationId;
  /** The reason: a commitment to a text in the vault. */
  reason?: Commitment;
  /** What the decision read in other streams. */
  relied_on?: Reliance[];
}

/** 16 bytes as lower-case hexadecimal. */
export type PersonId = Id<"PersonId">;

/** Replaces, in a replica, an event that must not be disclosed there. */
export interface PersonWithheld {
  /** The id of the replaced event. */
  event: EventId;
}

/** One place on a leaderboard. */
export interface Place {
  /** The person or team, if it ranks by those. */
  party?: PartyName;
  /** The points. */
  points: number;
  /** The rank, from 1; equal points share one. */
  rank: number;
  /** The stakeholder kind, if it ranks by that. */
  stakeholder_kind?: StakeholderKind;
  /** How many of the points are for tasks that were reopened or disabled since; absent if none. */
  unsettled?: number;
}

/**
 * Denies a party permissions on the process, or on an item and everything below it.
 *
 * Needs `restriction.place` there. Only an administrator can deny `process.administer`.
 */
export interface PlaceRestriction {
  /** When the restriction begins; at the command's time if absent. */
  from?: Timestamp | null;
  /** The party that is restricted. */
  holder: HolderRef;
  /** The item; the whole process if absent. */
  item?: ItemId | null;
  /** The permissions that are denied. */
  permissions: PermissionSet;
  /** The reason. Kept in the vault, as a text about the person restricted. */
  reason: Remark;
  /** When the restriction ends; never if absent. */
  until?: Timestamp | null;
}

/** Points were awarded to all contributors of a task. */
export interface PointsAwarded {
  /** Its id. */
  award: AwardId;
  /** The points of each contributor. */
  entries: PointsEntry[];
  /** The task. */
  item: ItemId;
  /** What the decision read in other streams. */
  relied_on?: Reliance[];
}

/** One line of the ledger: the points of one person from one award for one kind of contribution. */
export interface PointsEntry {
  /** The kind of contribution. */
  kind: ContributionKind;
  /** The level of the contribution. */
  level: Level;
  /** The organisation of the team for which the person contributed. */
  organisation_id?: OrganisationId;
  /** The person. */
  person_id: PersonId;
  /** The points. */
  points: number;
  /** The stakeholder kind in which the person contributed. */
  stakeholder_kind: StakeholderKind;
  /** The team for which the person contributed. */
  team_id?: TeamId;
}

/** An award was reversed. */
export interface PointsReversed {
  /** The award. */
  award: AwardId;
  /** Why: a commitment to a text in the vault. */
  reason: Commitment;
  /** What the decision read in other streams. */
  relied_on?: Reliance[];
}

/** A place in the order of the whole store: later events have higher ones. 0 is before the first. */
export type Position = number;

/** A power of a kind. */
export interface Power {
  /** Its name. */
  name: Localized;
  /** What it lets the holder do in a process where the principal is permitted to do it. */
  permissions?: PermissionSet;
  /** The rights that a mandate can give in it. */
  power_rights: PowerRight[];
}

/**
 * What a mandate lets its holder do with a power. Each is a right of its own: having a power does not include passing
 * it on, and passing it on does not include having it.
 */
export type PowerRight =
  /** An organisation that holds the mandate lets its own people exercise the power, by mandates of its own. */
  | "assign"
  /** The holder exercises the power. */
  | "exercise"
  /** The holder passes the power on to another party. */
  | "pass_on";

/** A power of a mandate. */
export interface PowerView {
  /** Its name. */
  name: Localized;
  /** Its code. */
  power: Key;
  /** The rights that the holder has in it at the moment asked about; none if it ended. */
  power_rights: PowerRight[];
}

/** An item waits for another from now on. */
export interface PrerequisiteAdded {
  /** The item that waits. */
  item: ItemId;
  /** The status it waits for. */
  needs: Needs;
  /** The item it waits for. */
  on: ItemId;
  /** What the decision read in other streams. */
  relied_on?: Reliance[];
}

/** How a model treats the two kinds of prerequisite. */
export interface PrerequisitePolicy {
  /** Those that only give an order (`previous`). */
  previous: Enforcement;
  /** Those that wait for another item to reach a status. */
  status: Enforcement;
}

/** An item no longer waits for another. */
export interface PrerequisiteRemoved {
  /** The item that waited. */
  item: ItemId;
  /** The other. */
  on: ItemId;
  /** Enforced prerequisites that no longer apply. */
  prerequisites_waived?: Unmet[];
  /** Why: a commitment to a text in the vault. */
  reason?: Commitment;
  /** What the decision read in other streams. */
  relied_on?: Reliance[];
}

/** A waived prerequisite. */
export interface PrerequisiteWaive {
  /** The time. */
  at: Timestamp;
  /** The actor. */
  by: PartyName;
  /** The reason; absent if the text was erased. */
  reason?: string;
}

/** A prerequisite was waived: work may begin although it is unmet. */
export interface PrerequisiteWaived {
  /** The item that waits. */
  item: ItemId;
  /** What it waits for. */
  on: ItemId;
  /** Why: a commitment to a text in the vault. */
  reason: Commitment;
  /** What the decision read in other streams. */
  relied_on?: Reliance[];
}

/** The party that is acted for. */
export type Principal = { organisation_id: OrganisationId } | { person_id: PersonId };

/** The party that is acted for, by the host's id. */
export type PrincipalRef = { organisation: HostId } | { person: HostId };

/** A party for whom a person may act. */
export interface PrincipalView {
  /** The powers that the person can exercise for it only together with others, by their codes. */
  joint_powers?: Key[];
  /** The party. */
  on_behalf_of: PartyName;
  /** The powers that the person can exercise for it alone, by their codes, wherever the mandates apply. */
  powers: Key[];
}

/** Everybody for whom a person may act. */
export interface PrincipalsRequest {
  /** The person, by the host's id. */
  actor: HostId;
  /** The moment of the check. */
  at: Timestamp;
}

/** Everybody for whom a person may act. */
export interface PrincipalsView {
  /** The parties, ordered by id. */
  principals: PrincipalView[];
}

/** A refusal or failure in the form that every binding receives. */
export interface Problem {
  /** The code. */
  code: Code;
  /** Facts for a program, by name. */
  details?: { [name: string]: Json };
  /** What can be done about it. */
  help: string;
  /** The language of the message, if a language was asked for; it may be another one. */
  language?: Language;
  /**
   * What happened, in one sentence of limited length, on one line. Names in it are isolated (U+2068 … U+2069); the
   * details contain the full list if the sentence shortens one.
   */
  message: string;
  /** A JSON Pointer (RFC 6901) to the fault in the input. */
  path?: string;
  /** Each reason for a denial. */
  reasons?: Explained[];
}

/** A named need that tasks have and interlinkers answer. */
export interface ProblemProfile {
  /** A description of the need. */
  description?: Localized;
  /** The functionality that would help. */
  functionality?: Localized;
  /** Its id. */
  id: Key;
  /** Its name. */
  name: Localized;
}

/** The process was closed. */
export interface ProcessClosed {
  /** What the decision read in other streams. */
  relied_on?: Reliance[];
}

/** A process was created. Its template's items came with it; their ids are derived from their keys. */
export interface ProcessCreated {
  /** The catalogue it takes interlinkers from. */
  catalogue?: DocumentId;
  /** A description. */
  description?: Localized;
  /** The governance model. */
  governance: DocumentId;
  /** The stakeholder kind in which the founder acted. */
  kind: StakeholderKind;
  /** Its language by default. */
  language: Language;
  /** What a copy left out of its source. */
  left_out?: LeftOut;
  /** Its name. */
  name: Localized;
  /** The organisation in whose name it was created. */
  organisation_id?: OrganisationId;
  /** What the decision read in other streams. */
  relied_on?: Reliance[];
  /** The template. */
  template?: DocumentId;
}

/** The description, language or name of the process changed. */
export interface ProcessEdited {
  /** The new description. */
  description?: Localized;
  /** The new default language. */
  language?: Language;
  /** The new name. */
  name?: Localized;
  /** What the decision read in other streams. */
  relied_on?: Reliance[];
}

/** 16 bytes as lower-case hexadecimal. */
export type ProcessId = Id<"ProcessId">;

/** The process was imported from another system, as it was there. */
export interface ProcessImported {
  /** The export of the other system. */
  import: DocumentId;
  /** The people named in it, in their order. */
  people?: ImportedPerson[];
}

/** The process was published as a good practice. */
export interface ProcessPublished {
  /** The publication. */
  publication: DocumentId;
  /** What the decision read in other streams. */
  relied_on?: Reliance[];
}

/** The only places where data are processed. */
export interface Processed {
  /** The countries. */
  places: Country[];
  /** The ground for processing them outside the European Economic Area, if one of the countries is outside. */
  transfer?: Transfer;
}

/** The record of processing activities of a controller. */
export interface ProcessingRequest {
  /** The moment of the check. */
  at: Timestamp;
  /** The language; English if absent. */
  language?: Language | null;
  /** The controller. */
  organisation_id: OrganisationId;
}

/**
 * Why processing continues although it is restricted (GDPR Art. 18(2)). The fourth exception, consent, is given by the
 * data subject after the restriction.
 */
export type ProcessingRestrictionException =
  /** To establish, exercise or defend legal claims. */
  | "legal_claims"
  /** To protect the rights of another person. */
  | "rights_of_others"
  /** For reasons of important public interest of the Union or of a member state; the purpose names the law. */
  | "public_interest";

/** The controller lifted a restriction of processing. */
export interface ProcessingRestrictionLifted {
  /** The reason: a commitment to a text in the vault. */
  reason: Commitment;
  /** What the decision read in other streams. */
  relied_on: Reliance[];
  /** The request on which it was granted. */
  request: SubjectRequestId;
}

/** A processing of the Data Privacy Vocabulary 2.3, by name or IRI. */
export type ProcessingTerm = string;

/**
 * The record of processing activities of a controller at a moment. The controller must add the security measures of
 * Art. 32 (Art. 30(1)(g)).
 */
export interface ProcessingView {
  /** One activity for each purpose in force. */
  activities: Activity[];
  /** The moment of the record. */
  at: Timestamp;
  /** The controllers and joint controllers: Art. 30(1)(a). */
  controllers: Named[];
  /** The data protection officers. */
  officers: Named[];
}

/** A publication in its written form. Fields are in canonical order. */
export interface PublicationDocument {
  /** The kind of this document. */
  document: PublicationMark;
  /** The purposes that the process required. They are not included, since they belong to its controllers. */
  left_out?: RequirementLeftOut[];
  /** The licence for using it. */
  licence: Licence;
  /** The process it is about. */
  origin: Origin;
  /** Keeps its id from revealing redacted words: the salt is removed with them. */
  salt?: Salt;
  /** Its story. */
  story: Story;
  /** The template for repeating it. */
  template: TemplateDocument;
  /** The number of this publication of the process, from 1. */
  version: number;
}

/** A publication in its written form. Fields are in canonical order. */
export interface PublicationDocumentInput {
  /** The kind of this document. */
  document: PublicationMark;
  /** The purposes that the process required. They are not included, since they belong to its controllers. */
  left_out?: RequirementLeftOut[];
  /** The licence for using it. */
  licence: Licence;
  /** The process it is about. */
  origin: Origin;
  /** Keeps its id from revealing redacted words: the salt is removed with them. */
  salt?: Salt | null;
  /** Its story. */
  story: Story;
  /** The template for repeating it. */
  template: TemplateDocumentInput;
  /** The number of this publication of the process, from 1. */
  version: number;
}

/** A publication that was found. */
export interface PublicationFound {
  /** The countries where it took place. */
  countries?: Country[];
  /** The last day. */
  end?: Date;
  /** The languages used. */
  languages?: Language[];
  /** The licence for using it. */
  licence: Licence;
  /** The process it is about. */
  process: ProcessId;
  /** The publication: a document, and a template for repeating it. */
  publication: DocumentId;
  /** The first day. */
  start?: Date;
  /** The story in a line. */
  summary?: ReadText;
  /** Its title. */
  title: ReadText;
  /** The number of this publication of the process, from 1. */
  version: number;
}

/** The text `publication`. */
export type PublicationMark =
  /** This document is a publication. */
  | "publication";

/** A search among publications. Every given condition must hold; absent ones do not matter. */
export interface PublicationSearch {
  /** It took place in this country. */
  country?: Country | null;
  /** This language was used. */
  language?: Language | null;
  /** Its licence is at least as free as this. */
  licence?: LicenceClass | null;
  /** Every word of this occurs in its title, its story or its tags, in any language. Case does not matter. */
  text?: string | null;
}

/** The publications of the store that match a search: for each process the latest. */
export interface PublicationsRequest {
  /** The language of titles; English if absent. */
  language?: Language | null;
  /** The search; everything if absent. */
  search?: PublicationSearch;
}

/** Publications that were found. */
export interface PublicationsView {
  /** Ordered by process. */
  publications: PublicationFound[];
}

/** Publishes a notice, or its next version. It must be complete: see `Notice::gaps`. */
export interface PublishNotice {
  /** The SHA-256 of its canonical JSON. */
  notice: DocumentId;
}

/**
 * Publishes the process as a good practice: its story, and a template for repeating it. No personal data are
 * included. Needs `process.publish`.
 */
export interface PublishProcess {
  /** The licence for using it. */
  licence: Licence;
  /** Its story. Public: it must not be about private persons. */
  story: Story;
}

/** A purpose of processing. Fields are in canonical order. */
export interface Purpose {
  /** Solely automated decisions: their logic and their consequences for the data subject (Art. 13(2)(f), 22). */
  automated_decisions?: Localized;
  /** The degree of automation. */
  automation: Automation;
  /** The lawful basis: exactly one. */
  basis: LawfulBasis;
  /** The condition for processing special categories of data. */
  condition?: SpecialCondition;
  /** The data. */
  data: DataItem[];
  /** The categories of data subjects (Art. 30(1)(c)). */
  data_subject_categories?: SubjectTerm[];
  /** The detailed description. */
  description: Localized;
  /** Why processing continues while it is restricted (Art. 18(2)); it stops if absent. */
  despite_processing_restriction?: ProcessingRestrictionException;
  /** Why consent is freely given although a public authority requests it (Recital 43). */
  freely_given?: Localized;
  /** The key among the purposes of the organisation, the same in all versions of its notices. */
  id: Key;
  /** Where the impact assessment can be read (Art. 35). Some receipt forms require it. */
  impact_assessment?: Uri;
  /** The legitimate interest, if that is the basis (Art. 13(1)(d)). */
  interest?: Localized;
  /** The law, if a legal obligation or a public task is the basis (Art. 6(3)). */
  law?: Localized;
  /** The name, in a few words. */
  name: Localized;
  /** Whether the data subject must provide the data, by law or contract, and what happens otherwise (Art. 13(2)(e)). */
  obligation?: Localized;
  /** What is done with the data. */
  processing: ProcessingTerm[];
  /** Where the data are processed, if only in certain places. */
  processing_at?: Processed;
  /** The recipients, by their keys in the notice. */
  recipients?: Key[];
  /** Rights that differ from those that go with the basis. */
  rights?: RightException[];
  /** Where and how long data are kept. */
  storage?: Storage;
  /** The term in the Data Privacy Vocabulary. */
  term: PurposeTerm;
  /** The events that can end a consent, for `until_event`: names for programs, public like all of the notice. */
  until_events?: Key[];
  /** The longest validity of a consent, in days. */
  valid_days?: number;
  /** The containing purpose: a consent to that purpose includes this one. */
  within?: Key;
}

/** A purpose of processing. Fields are in canonical order. */
export interface PurposeInput {
  /** Solely automated decisions: their logic and their consequences for the data subject (Art. 13(2)(f), 22). */
  automated_decisions?: Localized | null;
  /** The degree of automation. */
  automation?: Automation;
  /** The lawful basis: exactly one. */
  basis: LawfulBasis;
  /** The condition for processing special categories of data. */
  condition?: SpecialCondition | null;
  /** The data. */
  data: DataItem[];
  /** The categories of data subjects (Art. 30(1)(c)). */
  data_subject_categories?: SubjectTerm[];
  /** The detailed description. */
  description: Localized;
  /** Why processing continues while it is restricted (Art. 18(2)); it stops if absent. */
  despite_processing_restriction?: ProcessingRestrictionException | null;
  /** Why consent is freely given although a public authority requests it (Recital 43). */
  freely_given?: Localized | null;
  /** The key among the purposes of the organisation, the same in all versions of its notices. */
  id: Key;
  /** Where the impact assessment can be read (Art. 35). Some receipt forms require it. */
  impact_assessment?: Uri | null;
  /** The legitimate interest, if that is the basis (Art. 13(1)(d)). */
  interest?: Localized | null;
  /** The law, if a legal obligation or a public task is the basis (Art. 6(3)). */
  law?: Localized | null;
  /** The name, in a few words. */
  name: Localized;
  /** Whether the data subject must provide the data, by law or contract, and what happens otherwise (Art. 13(2)(e)). */
  obligation?: Localized | null;
  /** What is done with the data. */
  processing: ProcessingTerm[];
  /** Where the data are processed, if only in certain places. */
  processing_at?: Processed | null;
  /** The recipients, by their keys in the notice. */
  recipients?: Key[];
  /** Rights that differ from those that go with the basis. */
  rights?: RightException[];
  /** Where and how long data are kept. */
  storage?: Storage | null;
  /** The term in the Data Privacy Vocabulary. */
  term: PurposeTerm;
  /** The events that can end a consent, for `until_event`: names for programs, public like all of the notice. */
  until_events?: Key[];
  /** The longest validity of a consent, in days. */
  valid_days?: number | null;
  /** The containing purpose: a consent to that purpose includes this one. */
  within?: Key | null;
}

/** A purpose of a controller. */
export interface PurposeRef {
  /** The controller. */
  organisation_id: OrganisationId;
  /** The purpose, by its name in the controller's notices. */
  purpose: Key;
}

/** A requirement was removed. */
export interface PurposeReleased {
  /** What the decision read in other streams. */
  relied_on?: Reliance[];
  /** The requirement. */
  requirement: RequirementId;
}

/** A purpose is required. */
export interface PurposeRequired {
  /** The asset for which the purpose is required. */
  asset?: AssetId;
  /** The people whose data the asset holds. */
  data_subject_ids?: PersonId[];
  /** The item for which the purpose is required. */
  item?: ItemId;
  /** The purpose. */
  purpose: PurposeRef;
  /** What the decision read in other streams. */
  relied_on: Reliance[];
  /** The id of the requirement. */
  requirement: RequirementId;
}

/** A purpose of the Data Privacy Vocabulary 2.3, by name or IRI. */
export type PurposeTerm = string;

/**
 * An act met a requirement with a use of a consent whose uses are counted. This event accompanies the act, and
 * no other act can take that use.
 */
export interface PurposeUsed {
  /** The data subject. */
  data_subject_id: PersonId;
  /** What the decision read in other streams: the data subject's stream, where the use was set aside. */
  relied_on: Reliance[];
  /** The requirement. */
  requirement: RequirementId;
  /** The use: the number of its event in that stream. */
  used: Seq;
}

/** A purpose, in one language. */
export interface PurposeView {
  /** The lawful basis. */
  basis: LawfulBasis;
  /** The detailed description. */
  description: ReadText;
  /** The key among the purposes of the organisation. */
  id: Key;
  /** The name, in a few words. */
  name: ReadText;
  /** How a data subject can end the processing. */
  remedy: Remedy;
  /** The rights that apply. */
  rights: Right[];
  /** Whether special categories of data are processed, so that consent must be explicit. */
  special: boolean;
  /** The purpose that contains it. */
  within?: Key;
}

/** A question. */
export interface QuestionView {
  /** The possible answers. */
  answers: ChoiceView[];
  /** Its name for programs. */
  id: Key;
  /** The question in words. */
  text: ReadText;
}

/** Objects to processing for a public task or a legitimate interest (Art. 21). */
export interface RaiseObjection {
  /** The data subject, if not the actor. */
  data_subject?: HostId | null;
  /** The grounds relating to the data subject's situation. Kept in the vault. */
  grounds?: Remark | null;
  /** How an official learnt of it, if one records it. */
  noted?: Noted | null;
  /** The controller. */
  organisation: HostId;
  /** The purpose. */
  purpose: Key;
}

/** What a leaderboard ranks. */
export type RankBy =
  /** People. */
  | "person"
  /** Teams that were contributed for. */
  | "team"
  /** Stakeholder kinds. */
  | "stakeholder_kind";

/** What is rated. All versions of a catalogue, and all publications of a process, count as one. */
export type Rated = { interlinker: { catalogue: Key; interlinker: Key } } | { process: { process: ProcessId } };

/** A rating was given; it replaces the actor's earlier one. */
export interface RatingGiven {
  /** What is rated. */
  rated: Rated;
  /** The document that shows it. */
  seen_in: DocumentId;
  /** How helpful it was. */
  stars: Stars;
  /** The reason: a commitment to a text in the vault. */
  text?: Commitment;
}

/** The ratings of one thing. */
export interface RatingView {
  /** The average with two decimals, rounded half up; absent if nobody rated it. `sum` / `count` is exact. */
  average?: string;
  /** How many people rated it. */
  count: number;
  /** How many gave 0, 1, … 5. */
  counts: number[];
  /** The rating of the person who asks. */
  own?: Stars;
  /** The reason of the person who asks. */
  own_text?: string;
  /** What is rated. */
  rated: Rated;
  /** The number of the last event of the stream; 0 if nobody has rated it. */
  seq: Seq;
  /** The sum of all stars. */
  sum: number;
  /** The ratings with words, without names, in an order that reveals nothing. Erased texts are absent. */
  words?: RatingWords[];
}

/** A rating was withdrawn. */
export interface RatingWithdrawn {
  /** What was rated. */
  rated: Rated;
}

/** A rating with words. */
export interface RatingWords {
  /** How helpful they found it. */
  stars: Stars;
  /** The reason. */
  text: string;
}

/** The ratings of something. */
export interface RatingsRequest {
  /** The person who asks, by the host's id, to see their own rating. */
  actor?: HostId | null;
  /** The state asked about. */
  as_of?: AsOf;
  /** What is rated. */
  rated: Rated;
}

/** Reads the platform's `data_story`. */
export interface ReadStoryRequest {
  /** The content of the file. */
  file: string;
}

/** A text with its language, which is not always the requested one. */
export interface ReadText {
  /** The language it is in. */
  language: Language;
  /** The text. */
  text: string;
}

/** One reason why an act is allowed or denied. In JSON: a code, a sentence and its facts. */
export type Reason =
  | GrantWord
  | GrantWord
  | { grounds: Commitment; item?: ItemId; restriction: RestrictionId }
  | { [name: string]: Json }
  | { roles: Key[] }
  | { ended: Timestamp; grant: GrantId; item?: ItemId; role: Key; team_id?: TeamId }
  | { from: Timestamp; grant: GrantId; item?: ItemId; role: Key; team_id?: TeamId }
  | GrantWord
  | GrantWord
  | { closed: Timestamp }
  | { item: ItemId }
  | { item: ItemId; needs: Needs; on: ItemId; status: Status }
  | { given: number; needed: number; role: Key }
  | { [name: string]: Json }
  | LinkFault
  | { [name: string]: Json }
  | { [name: string]: Json }
  | { data_subject_id: PersonId; organisation_id: OrganisationId; purpose: Key; reason: ConsentReason; requirement: RequirementId };

/** The format of a receipt. */
export type ReceiptFormat =
  /** The consent record as JSON-LD with the Data Privacy Vocabulary. */
  | "record"
  /** A receipt as JSON-LD with the Data Privacy Vocabulary. */
  | "receipt"
  /** A `ConsentRecord` of the GovStack Consent Building Block. */
  | "govstack"
  /** A Kantara Consent Receipt 1.1. */
  | "kantara";

/** A receipt for the last consent of a person to a purpose. */
export interface ReceiptRequest {
  /** The moment; also the date of the receipt. */
  at: Timestamp;
  /** The format. */
  format: ReceiptFormat;
  /** The controller. */
  organisation_id: OrganisationId;
  /**
   * Whether `at` is a past moment: then the recorded times decide. Otherwise `at` is the current time, and whatever
   * has ended something counts, however it is dated.
   */
  past?: boolean;
  /** The data subject, by the host's id; by the pseudonym after an erasure. */
  person: HostId;
  /** The purpose. */
  purpose: Key;
}

/** A receipt. */
export interface ReceiptView {
  /** The receipt, in the format asked for; absent if the person never consented. */
  receipt?: Json;
}

/** A recipient, and the ground for transferring data to it out of the European Economic Area: Art. 30(1)(d) and (e). */
export interface Receiver {
  /** The country. */
  country: Country;
  /** The name, or the kind of recipient. */
  name: ReadText;
  /** The role towards the controller. */
  recipient_role?: RecipientRole;
  /** The ground for the transfer. */
  transfer?: TransferView;
}

/** A recipient of data besides the controller. */
export interface Recipient {
  /** The postal address. */
  address?: Localized;
  /** The contact. */
  contact?: Uri;
  /** The country. */
  country: Country;
  /** The key in this notice. */
  id: Key;
  /** The name, or the kind of recipient. */
  name: Localized;
  /** The organisation on record that this is. */
  organisation?: Enrolled;
  /** The role towards the controller. */
  recipient_role?: RecipientRole;
  /** The ground for the transfer, if its country is outside the European Economic Area: Art. 45 to 49. */
  transfer?: Transfer;
  /** The website. */
  uri?: Uri;
}

/** A recipient was notified that processing must end. */
export interface RecipientNotified {
  /** The controller. */
  organisation_id: OrganisationId;
  /** The purpose. */
  purpose: Key;
  /** The recipient, by its name in the notice. */
  recipient: Key;
  /** What the decision read in other streams. */
  relied_on: Reliance[];
}

/** The role of a recipient towards the controller. */
export type RecipientRole =
  /** It determines the purposes and means jointly with the controller: Art. 26. */
  | "joint_controller"
  /** It processes data on behalf of the controller: Art. 28. */
  | "processor"
  /** It is a third party: Art. 4(10). */
  | "third_party";

/** For tasks of a process, the interlinkers that answer their problem profiles. */
export interface RecommendRequest {
  /** The state asked about. */
  as_of?: AsOf;
  /** The task; every enabled one with a problem profile if absent. */
  item?: ItemId | null;
  /** The language; the process's own if absent. */
  language?: Language | null;
  /** The process. */
  process: ProcessId;
}

/** An interlinker that answers problem profiles, with the reasons for its rank. */
export interface Recommendation {
  /** The task's own problem profiles that it answers. More rank higher. */
  answers: Key[];
  /** The number of other problem profiles it answers. Among equals, fewer rank higher: it is more specific. */
  answers_besides: number;
  /** The problem profiles of the task's objective that it answers. Among equals, more rank higher. */
  answers_of_objective: Key[];
  /** How hard it is to use; easier ones rank higher among equals. */
  difficulty?: Difficulty;
  /** Whether it is offered in the language asked for; these rank higher among equals. */
  in_language: boolean;
  /** The interlinker. */
  interlinker: Key;
  /** Its kind. */
  kind: InterlinkerKind;
  /** The licence class under which it may be used. */
  licence?: LicenceClass;
  /** Its name. */
  name: ReadText;
}

/** Recommendations for tasks. */
export interface RecommendedView {
  /** The tasks, in the tree's order. */
  tasks: TaskRecommendations[];
}

/**
 * Records another person's contribution, for example of somebody who took part without a screen. Needs
 * `contribution.review` on the task, and the contributor must be permitted to contribute there. It names its
 * recorder. The contributor can confirm it or withdraw it, and the recorder may not review it.
 */
export interface RecordContribution {
  /** The asset of the task, if any. */
  asset?: AssetId | null;
  /** The task. */
  item: ItemId;
  /** Its kind. */
  kind: ContributionKind;
  /** The contributor, by the host's id. */
  person: HostId;
  /** The team for which the person contributed, as a member of it. */
  team?: HostId | null;
  /** The work done. Kept in the vault, as a text about the contributor. */
  text: Remark;
}

/**
 * Records a date of birth, so that a child's consent is requested from somebody who may give it (Art. 8).
 * Given by the data subject or by an official. Kept in the vault.
 */
export interface RecordDateOfBirth {
  /** The organisation on whose behalf an official records it: one that an operator verified. */
  acting_for?: HostId | null;
  /** The data subject, if not the actor. */
  data_subject?: HostId | null;
  /** The date of birth. */
  date_of_birth: Date;
  /** The SHA-256 of the evidence; required of an official. */
  evidence?: FileDigest | null;
}

/**
 * Rectifies a text about the person: on behalf of the controller that holds it, while a request for it is open
 * (Art. 16); or by whoever wrote it in their own name. The vault forgets the previous text.
 */
export interface RectifyText {
  /** The request; none if the author rectifies the text. */
  request?: SubjectRequestId | null;
  /** The text, by its commitment on record. */
  text: Commitment;
  /** The new text. Kept in the vault. */
  words: Remark;
}

/**
 * Removes words from every public text of the stream, permanently: from its events, and from the imported and
 * published documents that only this stream relies on (GDPR Art. 17). By an administrator of the process or
 * the organisation, or by an operator of the store; also once the process is closed. Only operators can redact
 * what operators wrote. A document that others rely on stays unchanged, and the event names it.
 *
 * Spellings that read the same count as the same: upper and lower case, any encoding of accents, any white
 * space. Words that are part of a longer word stay. Decide it with `dry_run` first: it cannot be undone.
 */
export interface RedactText {
  /** The reason. Kept in the vault, as a text by the actor; it must not repeat the words. */
  reason: Remark;
  /** The words to remove: a name, an address. They are not stored anywhere. */
  words: Remark;
}

/** A document from which words were removed. */
export interface RedactedDocument {
  /** The document: its id does not change. */
  document: DocumentId;
  /** The SHA-256 of the rewritten document. */
  replaced_by: DocumentId;
}

/** An event from which words were removed. */
export interface RedactedEvent {
  /** The SHA-256 of the rewritten envelope. The event's id does not change. */
  replaced_by: EventId;
  /** The number of the event. */
  seq: Seq;
}

/** What a step's command refers to. */
export interface RefersView {
  /** The request for approval. */
  approval?: ApprovalId;
  /** The assignment. */
  assignment?: AssignmentId;
  /** The contribution. */
  contribution?: ContributionId;
  /** The person whose data it is about. */
  data_subject?: PartyName;
  /** The item whose unmet prerequisite is waived. */
  on?: ItemId;
  /** The request to take part. */
  participation?: ParticipationId;
  /** The purpose. */
  purpose?: Key;
  /** The recipient, by its name in the notice. */
  recipient?: Key;
  /** The subject request. */
  right?: SubjectRequestId;
  /** The roles that can be granted. */
  roles?: Key[];
}

/** Refuses consent. */
export interface RefuseConsent {
  /** The data subject, if not the actor. */
  data_subject?: HostId | null;
  /** How an official learnt of it, if one records it. */
  noted?: Noted | null;
  /** The controller. */
  organisation: HostId;
  /** The purpose. */
  purpose: Key;
}

/** Refuses a mandate that waits for acceptance. */
export type RefuseMandate = Record<string, never>;

/** An entry in a public register, by which anybody can look up the organisation. */
export interface RegisterEntry {
  /** The organisation's number in the register. */
  number: Key;
  /** The register: by its code in ISO 6523, or as it is known in its country, such as `LV-UR`. */
  register: Key;
}

/**
 * Registers a mandate that exists outside this record, as an operator who saw the evidence. It begins when it is
 * registered: the record permits nothing for the time before.
 */
export interface RegisterMandate {
  /** The evidence. */
  act_evidence: Evidence;
  /** The first day; today if absent. */
  from?: Date | null;
  /** The party that acts, by the host's id. */
  mandate_holder: MandateHolderRef;
  /** The kind. */
  mandate_kind: DocumentId;
  /** Where it comes from. What is granted is not registered. */
  mandate_source: Source;
  /** What it is limited to. */
  mandate_targets?: MandateTarget[];
  /** Whether the holder may pass it on. */
  may_pass_on?: boolean;
  /** The powers, by their codes; all of the kind's if none is named. */
  powers?: Key[];
  /** The party that is acted for, by the host's id. */
  principal: PrincipalRef;
  /** The last day. */
  through?: Date | null;
  /** How often it can be used. */
  uses?: number | null;
}

/** Registers an organisation; the actor becomes its administrator. */
export interface RegisterOrganisation {
  /** What kind of stakeholder it is. */
  kind: StakeholderKind;
  /** Its name. Public: it must not be the name of a private person. */
  name: Localized;
  /** The host's id for it. */
  organisation: HostId;
  /** Who may create teams in it. */
  team_creation: TeamPolicy;
}

/** Removes a requirement. */
export interface ReleasePurpose {
  /** The requirement. */
  requirement: RequirementId;
}

/** Another stream that a decision read, with the last event it saw there. */
export interface Reliance {
  /** The id of that event. */
  id: EventId;
  /** Its `seq`. */
  seq: Seq;
  /** The stream. */
  stream: StreamId;
}

/** Something that a person wrote in their own words. */
export type Remark = string;

/** How a data subject can end processing. */
export type Remedy =
  /** By withdrawing consent (Art. 7(3)). */
  | "withdraw"
  /** By objecting (Art. 21). */
  | "object"
  /** Not at all: processing ends with the contract, the law or the danger. */
  | "neither";

/** Ends a membership at the command's time. */
export interface RemoveMember {
  /** The host's id of the person. */
  person: HostId;
}

/**
 * Removes a prerequisite. Needs `item.edit`.
 *
 * If it is still unmet, this waives it: it also needs `prerequisite.waive` there, the approvals that the model
 * asks for, and a reason.
 */
export interface RemovePrerequisite {
  /** The item that waits. */
  item: ItemId;
  /** The other. */
  on: ItemId;
  /** Why. Required if it waives the prerequisite. Kept in the vault, as a text by the actor. */
  reason?: Remark | null;
}

/** Removes a person from a team at the command's time. */
export interface RemoveTeamMember {
  /** The host's id of the person. */
  person: HostId;
  /** The host's id of the team. */
  team: HostId;
}

/** Consents again, before or after the end of an earlier consent. */
export interface RenewConsent {
  /** The organisation on whose behalf an official records it. */
  acting_for?: HostId | null;
  /** The data subject, if not the actor. */
  data_subject?: HostId | null;
  /** The SHA-256 of the signed document or of the minutes; required of an official. */
  evidence?: FileDigest | null;
  /** Whether consent was given in words or by a signature. */
  explicit?: boolean;
  /** The language in which the data subject read the notice. */
  language: Language;
  /** How it was expressed. */
  method: Indication;
  /** The notice that was read. */
  notice: DocumentId;
  /** The controller. */
  organisation: HostId;
  /** The purpose. */
  purpose: Key;
  /** How long the consent is valid. */
  valid: Validity;
}

/** A consent that must be requested again. */
export interface RenewalView {
  /** The data subject. */
  data_subject: PartyName;
  /** The purpose. */
  purpose: PurposeRef;
}

/** Gives a mandate back, as its holder. */
export interface RenounceMandate {
  /** Evidence, if the kind asks for it. */
  act_evidence?: Evidence | null;
  /** When it ends; now if absent. */
  effective_at?: Timestamp | null;
}

/** Puts a finished task back in progress. Needs `task.reopen`. */
export interface ReopenTask {
  /** The task. */
  item: ItemId;
}

/**
 * Replaces the plan with another, or with none: all its items go. Allowed only while nothing is attached to
 * them: no work, asset, assignment, role or restriction on an item, required purpose or approval. Needs
 * `process.administer`.
 * `process.administer`.
 */
export interface ReplaceTree {
  /** The template of the new plan, by the SHA-256 of its canonical JSON; absent for an empty plan. */
  template?: DocumentId | null;
}

/** All remarks made while reading a catalogue. */
export interface Report {
  /** The anomalies, in the order in which they were found. */
  anomalies: Anomaly[];
  /** Files that were not read. */
  unread: string[];
}

/** A representative was appointed. */
export interface RepresentativeAppointed {
  /**
   * The evidence: a commitment to its SHA-256 in the vault, because the digest of a short text could be
   * guessed.
   */
  evidence?: Commitment;
  /** When the appointment begins; now, if absent. */
  from?: Timestamp;
  /** The capacity of the representative. */
  kind: RepresentativeKind;
  /**
   * The public administration on whose behalf an official recorded it; none if the data subject chose the
   * representative.
   */
  organisation_id?: OrganisationId;
  /** What the decision read in other streams. */
  relied_on?: Reliance[];
  /** The representative. */
  representative_id: PersonId;
  /** What the appointment is for. */
  scope: Extent;
  /** When the appointment ends. */
  until?: Timestamp;
}

/** A representative was dismissed. */
export interface RepresentativeDismissed {
  /** The evidence: a commitment to its SHA-256 in the vault. */
  evidence?: Commitment;
  /**
   * The public administration on whose behalf an official recorded it; none if the data subject or the
   * representative ended it.
   */
  organisation_id?: OrganisationId;
  /** What the decision read in other streams. */
  relied_on?: Reliance[];
  /** The representative. */
  representative_id: PersonId;
}

/** In which capacity somebody represents a person. */
export type RepresentativeKind =
  /** As a holder of parental responsibility. */
  | "parental"
  /** As somebody authorised by the person or by a court. */
  | "authorised";

/** Requests consent, on behalf of the controller. */
export interface RequestConsent {
  /** The data subject, by the host's id. */
  data_subject?: HostId | null;
  /** The notice that accompanies the request. */
  notice: DocumentId;
  /** The controller, by the host's id. */
  organisation: HostId;
  /** The purpose. */
  purpose: Key;
}

/** Asks for a mandate, as its future holder. It takes effect if the principal accepts it. */
export interface RequestMandate {
  /** Evidence, if the kind asks for it. */
  act_evidence?: Evidence | null;
  /** The first day; today if absent. */
  from?: Date | null;
  /** The party that will act, by the host's id. */
  mandate_holder: MandateHolderRef;
  /** The kind. */
  mandate_kind: DocumentId;
  /** What it is limited to. */
  mandate_targets?: MandateTarget[];
  /** The powers, by their codes; all of the kind's if none is named. */
  powers?: Key[];
  /** The party that will be acted for, by the host's id. */
  principal: PrincipalRef;
  /** The last day. */
  through?: Date | null;
  /** How often it can be used. */
  uses?: number | null;
}

/** Requires a purpose: for a process, for an item and everything below it, or for an asset. */
export interface RequirePurpose {
  /** The asset, if the requirement is for one. */
  asset?: AssetId | null;
  /** The people whose data an asset holds, by the host's ids; if absent, whoever opens it. */
  data_subjects?: HostId[];
  /** The item, if the requirement is for one and everything below it. */
  item?: ItemId | null;
  /** The organisation that has published the purpose, by the host's id. */
  organisation: HostId;
  /** The purpose. */
  purpose: Key;
}

/** 16 bytes as lower-case hexadecimal. */
export type RequirementId = Id<"RequirementId">;

/**
 * A purpose that a process requires and a process made from it does not. Whoever repeats the work must know that it
 * was required there: without it, data might be processed without a legal basis (GDPR Art. 6(1)).
 */
export interface RequirementLeftOut {
  /** The asset of the original that it is about. */
  asset?: AssetId;
  /** The item of the original that it is about, or to which the asset belongs; the whole process if absent. */
  item?: ItemId;
  /** The key of that item in the template; absent if the item was left out. */
  key?: Key;
  /** The purpose, of the controller of the original. */
  purpose: PurposeRef;
}

/** 16 bytes as lower-case hexadecimal. */
export type RestrictionId = Id<"RestrictionId">;

/** A restriction ended, at the event's time. */
export interface RestrictionLifted {
  /** What the decision read in other streams. */
  relied_on?: Reliance[];
  /** The restriction. */
  restriction: RestrictionId;
}

/** A party was restricted. */
export interface RestrictionPlaced {
  /** The party that is restricted. */
  holder: Holder;
  /** The item on and below which the restriction applies; the whole process if absent. */
  item?: ItemId;
  /** The permissions that are denied. */
  permissions: PermissionSet;
  /** The reason: a commitment to a text in the vault. */
  reason: Commitment;
  /** What the decision read in other streams. */
  relied_on?: Reliance[];
  /** The restriction's id. */
  restriction: RestrictionId;
  /** The time of the restriction. */
  window: Window;
}

/** A restriction. */
export interface RestrictionView {
  /** When it was ended early. */
  ended?: Timestamp;
  /** The party that is restricted. */
  holder: PartyName;
  /** Whether it is in force at the moment of the view. */
  holds: boolean;
  /** The item on and below which it applies; the whole process if absent. */
  item?: ItemId;
  /** The permissions that are denied. */
  permissions: PermissionSet;
  /** The person who placed it. */
  placed_by: PartyName;
  /** The reason; absent if the text was erased. */
  reason?: string;
  /** Its id. */
  restriction: RestrictionId;
  /** The intended time of the restriction. */
  window: Window;
}

/** Lets a suspended mandate continue. */
export type ResumeMandate = Record<string, never>;

/** How long data are kept. There is always a last day. */
export type Retention = { days: number } | { until_event: { days: number; key: Key; text: Localized } };

/** Returns a contribution with a reason. Needs what accepting needs. */
export interface ReturnContribution {
  /** The contribution. */
  contribution: ContributionId;
  /** Why. Kept in the vault, as a text about the contributor. */
  reason: Remark;
}

/** Reverses one award, with a reason. Needs `contribution.review` on its task. */
export interface ReversePoints {
  /** The award. */
  award: AwardId;
  /** Why. Kept in the vault, as a text by the actor. */
  reason: Remark;
}

/** Adds a version of an asset; earlier ones are kept. Needs `asset.edit` on its task. */
export interface ReviseAsset {
  /** The asset. */
  asset: AssetId;
  /** Its new content. */
  content: Content;
}

/** Ends a consent, on behalf of the controller. */
export interface RevokeConsent {
  /** The data subject. */
  data_subject?: HostId | null;
  /** The controller. */
  organisation: HostId;
  /** The purpose. */
  purpose: Key;
  /** The reason. Kept in the vault. */
  reason: Remark;
}

/**
 * Revokes a mandate or some of its powers, on the principal's side; of one that was passed on, also on the side
 * of whoever passed it on.
 */
export interface RevokeMandate {
  /** Evidence, if the kind asks for it. */
  act_evidence?: Evidence | null;
  /** When it ends; now if absent. */
  effective_at?: Timestamp | null;
  /** The powers that end; all of them if none is named. */
  powers?: Key[];
}

/** Ends a grant at the command's time. Needs `role.grant` on its scope. */
export interface RevokeRole {
  /** The grant. */
  grant: GrantId;
  /** The reason. Kept in the vault, as a text about the holder. */
  reason?: Remark | null;
}

/** A right of the data subject. */
export type Right =
  /** To be informed, if the data come from the data subject: Art. 13. */
  | "informed"
  /** To be informed, if the data come from elsewhere: Art. 14. */
  | "informed_elsewhere"
  /** Access: Art. 15. */
  | "access"
  /** Rectification: Art. 16. */
  | "rectification"
  /** Erasure: Art. 17. */
  | "erasure"
  /** Restriction of processing: Art. 18. */
  | "processing_restriction"
  /** Data portability: Art. 20. */
  | "portability"
  /** Objection: Art. 21. */
  | "objection"
  /** Not to be subject to solely automated decisions: Art. 22. */
  | "automated"
  /** Withdrawal of consent: Art. 7(3). */
  | "withdrawal"
  /** Complaint to an authority: Art. 77. */
  | "complaint";

/** A right that applies although the basis does not include it, or the other way round. */
export interface RightException {
  /** Whether the data subject has the right. */
  applies: boolean;
  /** The reason for the difference. */
  reason: Localized;
  /** The right. */
  right: Right;
}

/** A role: a named set of permissions, and who may hold it. */
export interface RoleDefinition {
  /** What the role is for. */
  description?: Localized;
  /** The stakeholder kinds that may hold it. */
  holders: StakeholderKind[];
  /** Its name. */
  name: Localized;
  /** What it permits. */
  permissions: PermissionSet;
}

/** A role was granted. */
export interface RoleGranted {
  /** The grant's id. */
  grant: GrantId;
  /** The party that received it. */
  holder: Holder;
  /** The item on and below which the grant applies; the whole process if absent. */
  item?: ItemId;
  /** The stakeholder kind in which the holder received it. */
  kind: StakeholderKind;
  /** The organisation for which a person holds it. */
  organisation_id?: OrganisationId;
  /** What the decision read in other streams. */
  relied_on?: Reliance[];
  /** The role. */
  role: Key;
  /**
   * Whether it was granted from outside the process, because nobody in it could administer it any more: by
   * an administrator of the organisation for which the process is run, or by an operator if there is none.
   */
  successor?: boolean;
  /** The time of the grant. */
  window: Window;
}

/** A grant ended, at the event's time. */
export interface RoleRevoked {
  /** The grant. */
  grant: GrantId;
  /** The reason: a commitment to a text in the vault. */
  reason?: Commitment;
  /** What the decision read in other streams. */
  relied_on?: Reliance[];
}

/** A role of the governance model. */
export interface RoleView {
  /** The stakeholder kinds that may hold it. */
  holders: StakeholderKind[];
  /** The name of the role. */
  name: ReadText;
  /** What it permits. */
  permissions: PermissionSet;
}

/** The rules of a process. */
export interface RulesRequest {
  /** The state asked about. */
  as_of?: AsOf;
  /** The moment of the check. */
  at: Timestamp;
  /** The language; the process's own if absent. */
  language?: Language | null;
  /** The process. */
  process: ProcessId;
}

/** The rules of a process at one moment. */
export interface RulesView {
  /** The approvals that are open. */
  approvals: ApprovalView[];
  /** The open requests for approval. */
  approvals_asked: ApprovalRequestView[];
  /** The moment of the view. */
  at: Timestamp;
  /** The governance model. */
  governance: DocumentId;
  /** All grants, in the order in which they were given. */
  grants: GrantView[];
  /** The governance model's name. */
  name: ReadText;
  /** Whether prerequisites are enforced. */
  prerequisites: PrerequisitePolicy;
  /** The process. */
  process: ProcessId;
  /** All restrictions, in the order in which they were placed. */
  restrictions: RestrictionView[];
  /** The roles, by key. */
  roles: { [name: string]: RoleView };
  /** The number of the last event that the view includes. */
  seq: Seq;
}

/** 16 bytes as lower-case hexadecimal. */
export type Salt = string;

/** Plans a task; an absent day is unset. Needs `item.schedule`. */
export interface ScheduleItem {
  /** The last day. */
  end?: Date | null;
  /** The task. */
  item: ItemId;
  /** The first day. */
  start?: Date | null;
}

/** A search among interlinkers. Every given condition must hold; absent ones do not matter. */
export interface Search {
  /** Applying in this area. */
  area?: Area | null;
  /** Not harder to use than this. */
  difficulty?: Difficulty | null;
  /** Of this kind. */
  kind?: InterlinkerKind | null;
  /** Offered in this language. */
  language?: Language | null;
  /** Under a licence at least as free as this. */
  licence?: LicenceClass | null;
  /** Answering this problem profile. */
  problem_profile?: Key | null;
  /** For this target group, or for a broader one that contains it. */
  target?: Target | null;
  /**
   * Every word of this occurs in the name, the overview, the description or the tags, in any language. Case does not
   * matter.
   */
  text?: string | null;
}

/** The interlinkers of a catalogue that match a search. */
export interface SearchRequest {
  /** The catalogue. */
  catalogue: DocumentId;
  /** The language of names; English if absent. */
  language?: Language | null;
  /** The search; everything if absent. */
  search?: Search;
}

/** 32 bytes as lower-case hexadecimal. */
export type Seen = string;

/** One sentence. */
export interface Sentence {
  /** The language of its phrase, which may not be the one asked for. */
  language: Language;
  /** Its pieces, in order. */
  parts: Part[];
  /** The whole text. */
  text: string;
}

/** The number of an event in its stream, from 1, and so how far a stream has come; 0 before the first event. */
export type Seq = number;

/** A task that an interlinker serves. */
export interface ServedTask {
  /** Its own problem profiles that the interlinker answers. */
  answers: Key[];
  /** The problem profiles of its objective that the interlinker answers. */
  answers_of_objective: Key[];
  /** The task. */
  item: ItemId;
  /** Its name. */
  name: ReadText;
}

/** The effect on a service. */
export type Service =
  /** Makes a service possible. */
  | "enabling"
  /** Makes it possible by implementing software. */
  | "implementing"
  /** Makes it possible by operating it. */
  | "operating"
  /** Makes a service better. */
  | "enhancing"
  /** Makes it better by bringing people in. */
  | "onboarding"
  /** Makes it better by following up. */
  | "follow_up"
  /** Makes it better by experts from outside. */
  | "external_experts";

/** Sets the language of refusals, reasons and views for requests that name none. */
export interface SetLanguageRequest {
  /** The language; English if absent. */
  language?: Language | null;
}

/**
 * Records that an authority or a court settled a disagreement between representatives: their refusals no
 * longer prevent consent. It is not itself a consent, and a later refusal counts again. Given by an official
 * of a public administration that neither benefits nor has one of the representatives among its members.
 */
export interface SettleDisagreement {
  /** The public administration on whose behalf an official records it. */
  acting_for: HostId;
  /** The data subject. */
  data_subject?: HostId | null;
  /** The SHA-256 of the decision. */
  evidence: FileDigest;
  /** The controller. */
  organisation: HostId;
  /** The purpose. */
  purpose: Key;
}

/** Where a mandate comes from. */
export type Source =
  /** An electronic attestation that the host verified. */
  | "attestation"
  /** A decision of a court. */
  | "court"
  /** A contract of employment. */
  | "employment"
  /** The principal, or somebody who may grant for them. */
  | "grant"
  /** The law itself, as for parents. */
  | "law"
  /** An entry in a public register. */
  | "register";

/** The conditions for processing special categories of data (GDPR Art. 9(2)). */
export type SpecialCondition =
  /** The data subject consented explicitly: (a). */
  | "explicit_consent"
  /** Employment and social security law: (b). */
  | "employment_law"
  /** Somebody's life depends on it and the data subject cannot consent: (c). */
  | "vital_interest"
  /** A non-profit body about its own members: (d). */
  | "own_members"
  /** The data subject made them public: (e). */
  | "made_public"
  /** Legal claims: (f). */
  | "legal_claims"
  /** Substantial public interest: (g). */
  | "public_interest"
  /** Health and social care: (h). */
  | "health_care"
  /** Public health: (i). */
  | "public_health"
  /** Archiving, research, statistics: (j). */
  | "research";

/** The four kinds of stakeholder that INTERLINK distinguishes. */
export type StakeholderKind =
  /** People acting for themselves. */
  | "citizen"
  /** A public administration. */
  | "public_administration"
  /** An association, a foundation, a cooperative: not for profit. */
  | "nonprofit_organisation"
  /** A company. */
  | "forprofit_organisation";

/** How helpful something was found: 0 to 5. */
export type Stars = number;

/** Starts an awaiting task. Needs `task.start`; no enforced prerequisite may be unmet. */
export interface StartTask {
  /** The task. */
  item: ItemId;
}

/** The state of a person's will about one purpose. The states of consent are those of the Data Privacy Vocabulary 2.3. */
export type State =
  /** Nothing is on record. */
  | "unknown"
  /** Consent was requested. */
  | "requested"
  /** The data subject will decide later. */
  | "deferred"
  /** Consent was given. */
  | "given"
  /** Consent was refused. */
  | "refused"
  /** Consent was withdrawn. */
  | "withdrawn"
  /** Somebody else ended the consent. */
  | "revoked"
  /** The validity period, the number of uses or the event that ends the consent was reached. */
  | "expired"
  /** An authority found the consent invalid, possibly retroactively. */
  | "invalidated"
  /** Consent was renewed. */
  | "renewed"
  /** An objection was raised and is undecided. */
  | "objected"
  /** The objection was upheld. */
  | "objection_upheld"
  /** Grounds that override the objection were given, and stay on record. */
  | "objection_overruled";

/** The status of an item. */
export type Status =
  /** Not begun. */
  | "awaiting"
  /** Begun and not finished. */
  | "in_progress"
  /** Finished. */
  | "finished";

/** A possible step. */
export interface StepView {
  /** The command; absent if it is done outside the library: expired data are deleted by whoever stores them. */
  act?: NextAct;
  /** Which approvals are needed, and which are given. */
  approvals?: ApprovalsView[];
  /** The length of the longest chain of open tasks that begins here, this one included; 0 if it is not a task. */
  chain: number;
  /** The purposes required here that have no legal basis. */
  consents?: ConsentLackView[];
  /** The last day for it. */
  due?: Date;
  /** How many tasks can continue once it is done because they wait for nothing else. */
  frees: number;
  /** Its kind. */
  group: Group;
  /** The three interlinkers that answer its problem profiles best. */
  interlinkers?: Recommendation[];
  /** The item; the process as a whole, or an organisation, if absent. */
  item?: ItemId;
  /** Why it is this person's. */
  mine?: MineView;
  /** The name of the item, the process or the organisation. */
  name?: ReadText;
  /** The organisation whose obligation it is. */
  organisation_id?: OrganisationId;
  /** Whether it is late. */
  overdue: boolean;
  /** The process. */
  process?: ProcessId;
  /** Whether it can be done now: the command would be accepted at that moment. */
  ready: boolean;
  /** Why it is listed, and what prevents it. */
  reasons: NextReasonView[];
  /** What the command refers to besides the item. */
  refers: RefersView;
  /** Since when it applies, if known. */
  since?: Timestamp;
  /** What it waits for. */
  waits_for?: NextWaitView[];
}

/** Where and how long data are kept. */
export interface Storage {
  /** The countries. */
  places: Country[];
  /** The duration. */
  retention: Retention;
  /** The ground for keeping them outside the European Economic Area, if one of the countries is outside. */
  transfer?: Transfer;
}

/** A person's data for a purpose, kept beyond their storage period: they must be erased, or consent requested again. */
export interface StorageView {
  /** The data subject. */
  data_subject: PartyName;
  /** The purpose. */
  purpose: PurposeRef;
  /** When the period began: at the last change of the consent. */
  since: Timestamp;
  /** The state of the consent. */
  state: State;
  /** When the period ended. */
  until: Timestamp;
}

/** The story of a practice: INTERLINK's `data_story`. Public; it does not name its author. */
export interface Story {
  /** The countries where it took place. */
  countries?: Country[];
  /** What happened. */
  description?: Localized;
  /** The last day. */
  end?: Date;
  /** Figures. */
  figures?: Figure[];
  /** What people gained from taking part. */
  incentives?: Localized;
  /** The languages used. */
  languages?: Language[];
  /** What was learned. */
  lessons_learned?: Localized;
  /** Resources to read or use. */
  materials?: Material[];
  /** What was to be achieved. */
  objectives?: Localized;
  /** The organisations responsible for it. */
  owners?: Owner[];
  /** What was achieved. */
  results: Localized;
  /** The first day. */
  start?: Date;
  /** The story in a line. */
  summary?: Localized;
  /** Words to find it by, per language. */
  tags?: { [name: string]: string[] };
  /** Its title. */
  title: Localized;
}

/** A story that was read. */
export interface StoryView {
  /** The licence it names, if valid: `process.publish` needs it beside the story. */
  licence?: Licence;
  /** Remarks made while reading it. */
  report: Report;
  /** The story: the input of `process.publish`. */
  story: Story;
}

/** A stream of the journal. */
export type StreamId = StreamOf<keyof StreamIds>;

/** The streams of the store. */
export interface StreamsRequest {
  /** The stream after which to begin; from the first if absent. */
  after?: StreamId | null;
  /** How many at most, up to 10 000. */
  limit: number;
}

/** Streams of the store. */
export interface StreamsView {
  /** Ordered by name. */
  streams: StreamId[];
}

/** All data held about a person (GDPR Art. 15 and 20). */
export interface SubjectAccessRequest {
  /** The language of the sentences about events; English if absent. */
  language?: Language | null;
  /** The person, by the host's id. Nothing is held about an unknown person. */
  person: HostId;
}

/** Everything that is held about a person: what the vault holds, and every event with the pseudonym. */
export interface SubjectAccessView {
  /** The person's consents and objections, as of the last event; `receipt` writes a receipt for each. */
  consents: ConsentView[];
  /** The texts about the person that a law requires to be kept, whatever the person requests. */
  kept: KeptView[];
  /** The same in Markdown, for reading. */
  markdown: string;
  /** The person. */
  person: PartyName;
  /** The texts about or by the person. */
  texts: Held[];
  /** The events, in order. */
  traces: Trace[];
}

/** A matter of an appointment. */
export interface SubjectMatter {
  /** The version of a notice. */
  notice?: DocumentId;
  /** The controller. */
  organisation_id: OrganisationId;
  /** The purpose. */
  purpose?: Key;
}

/**
 * A matter of an appointment: all purposes of a controller, one purpose with those within it, the purposes of one
 * version of a notice, or one purpose as that version describes it.
 */
export interface SubjectMatterRef {
  /** The version of a notice: a consent is valid for no other. */
  notice?: DocumentId | null;
  /** The controller, by the host's id. */
  organisation: HostId;
  /** The purpose. */
  purpose?: Key | null;
}

/** The controller answered. */
export interface SubjectRequestAnswered {
  /** The outcome. */
  outcome: Outcome;
  /** The reason: a commitment to a text in the vault. */
  reason?: Commitment;
  /** What the decision read in other streams. */
  relied_on: Reliance[];
  /** The request. */
  request: SubjectRequestId;
}

/** The controller extended the time by two months. */
export interface SubjectRequestExtended {
  /** The reason: a commitment to a text in the vault. */
  reason: Commitment;
  /** What the decision read in other streams. */
  relied_on: Reliance[];
  /** The request. */
  request: SubjectRequestId;
}

/** 16 bytes as lower-case hexadecimal. */
export type SubjectRequestId = Id<"SubjectRequestId">;

/** A data subject request was made. */
export interface SubjectRequestMade {
  /** Whether the controller recorded it, having received it in another way. */
  noted?: boolean;
  /** The controller. */
  organisation_id: OrganisationId;
  /** What the decision read in other streams. */
  relied_on: Reliance[];
  /** Whether a representative made it. */
  represented?: boolean;
  /** The id of the request. */
  request: SubjectRequestId;
  /** The right that is exercised. */
  right: Right;
  /** The request in the person's words: a commitment to a text in the vault. */
  text?: Commitment;
}

/** A data subject request, and its deadlines. */
export interface SubjectRequestView {
  /** When it was answered. */
  answered?: Timestamp;
  /** The deadline for the answer. */
  due: Timestamp;
  /** Whether the time was extended. */
  extended: boolean;
  /** When the restriction that was granted on it was lifted. */
  lifted?: Timestamp;
  /** The outcome. */
  outcome?: Outcome;
  /** Whether it was not answered in time. */
  overdue: boolean;
  /** The person who makes the request. */
  person: PartyName;
  /** When it was received. */
  received: Timestamp;
  /** The id of the request. */
  request: SubjectRequestId;
  /** The right that is exercised. */
  right: Right;
}

/** The subject requests made to a controller. */
export interface SubjectRequestsRequest {
  /** The moment of the check. */
  at: Timestamp;
  /** The controller. */
  organisation_id: OrganisationId;
}

/** All data subject requests to a controller, and the texts it keeps after erasures. */
export interface SubjectRequestsView {
  /** Texts that a law requires to be kept, in the order in which they end. */
  kept: KeptView[];
  /** The requests, in the order of their deadlines. */
  requests: SubjectRequestView[];
}

/** A category of data subjects of the Data Privacy Vocabulary 2.3, by name or IRI. */
export type SubjectTerm = string;

/** Who runs a piece of software. */
export type Supporter =
  /** A provider, for many. */
  | "saas"
  /** The organisation itself. */
  | "on_premise"
  /** Whoever installs it. */
  | "installed_app";

/** Suspends a mandate until it is resumed. */
export type SuspendMandate = Record<string, never>;

/** The target group. Broader ones contain narrower ones. */
export type Target =
  /** Everybody. */
  | "all"
  /** Public administrations. */
  | "administrations"
  /** Public servants. */
  | "public_servants"
  /** Politicians. */
  | "politicians"
  /** Businesses. */
  | "businesses"
  /** Small and medium enterprises. */
  | "small_businesses"
  /** Freelancers. */
  | "freelancers"
  /** Large companies. */
  | "large_companies"
  /** Private non-profit organisations. */
  | "non_profits"
  /** Citizens. */
  | "citizens"
  /** Potential users of the service. */
  | "potential_users"
  /** Citizens with expertise. */
  | "expert_citizens"
  /** Research organisations. */
  | "research_organisations"
  /** Universities. */
  | "universities"
  /** Other research organisations. */
  | "other_research";

/** A task was completed. */
export interface TaskCompleted {
  /** Unmet prerequisites of which the model only warns. */
  despite?: Unmet[];
  /** The task. */
  item: ItemId;
  /** What the decision read in other streams. */
  relied_on?: Reliance[];
}

/** The complexity of a task was estimated. */
export interface TaskEstimated {
  /** For each kind of contribution. */
  complexity: Complexity;
  /** The task. */
  item: ItemId;
  /** What the decision read in other streams. */
  relied_on?: Reliance[];
}

/** The recommendations for one task. */
export interface TaskRecommendations {
  /** The task. */
  item: ItemId;
  /** The recommendations, the best first. */
  recommendations: Recommendation[];
}

/** A finished task went back in progress. */
export interface TaskReopened {
  /** The task. */
  item: ItemId;
  /** What the decision read in other streams. */
  relied_on?: Reliance[];
}

/** A task was started. */
export interface TaskStarted {
  /** Unmet prerequisites of which the model only warns. */
  despite?: Unmet[];
  /** The task. */
  item: ItemId;
  /** What the decision read in other streams. */
  relied_on?: Reliance[];
}

/** The tasks of a process that an interlinker serves. */
export interface TasksServedRequest {
  /** The state asked about. */
  as_of?: AsOf;
  /** The interlinker, from the process's catalogue. */
  interlinker: Key;
  /** The language; the process's own if absent. */
  language?: Language | null;
  /** The process. */
  process: ProcessId;
}

/** Tasks that an interlinker serves. */
export interface TasksServedView {
  /** The tasks, in the tree's order. */
  serves: ServedTask[];
}

/** A team was closed, and every membership in it ended at the event's time. */
export interface TeamClosed {
  /** The team. */
  team_id: TeamId;
}

/** A team was created; the actor leads it. */
export interface TeamCreated {
  /** What kind of stakeholder it is. */
  kind: StakeholderKind;
  /** Its name. */
  name: Localized;
  /** The id of the team. */
  team_id: TeamId;
}

/** A team was renamed. */
export interface TeamEdited {
  /** The new name. */
  name: Localized;
  /** The team. */
  team_id: TeamId;
}

/** 16 bytes as lower-case hexadecimal. */
export type TeamId = Id<"TeamId">;

/** A person joined a team. */
export interface TeamMemberAdded {
  /** The person. */
  person_id: PersonId;
  /** The team. */
  team_id: TeamId;
  /** The time of the membership. */
  window: Window;
}

/** A person left a team, at the event's time. */
export interface TeamMemberRemoved {
  /** The person. */
  person_id: PersonId;
  /** The team. */
  team_id: TeamId;
}

/** A team was closed, and its members are in another team from the event's time on. */
export interface TeamMerged {
  /** The team that continues. */
  into_team_id: TeamId;
  /** The team that was closed. */
  team_id: TeamId;
}

/** Who may create teams in an organisation. */
export type TeamPolicy =
  /** Anyone the host lets in. */
  | "anyone"
  /** Members and administrators. */
  | "members"
  /** Administrators only. */
  | "administrators";

/** A team. */
export interface TeamView {
  /** When it was closed. */
  closed?: Timestamp;
  /** The host's id for it. */
  host_id?: HostId;
  /** What kind of stakeholder it is. */
  kind: StakeholderKind;
  /** Who leads it. */
  led_by: PartyName;
  /** Past, present and future members. */
  members: MembershipView[];
  /** Its name, in all its languages. */
  name: Localized;
  /** Its id. */
  team_id: TeamId;
}

/** The process adopted a higher version of its template. */
export interface TemplateAdopted {
  /** The effect of the change. */
  effect: TemplateEffect;
  /** Why: a commitment to a text in the vault. */
  reason: Commitment;
  /** What the decision read in other streams. */
  relied_on?: Reliance[];
  /** The template. */
  template: DocumentId;
}

/** A template in its written form. Fields are in canonical order. */
export interface TemplateDocument {
  /** Its author. */
  author?: string;
  /** What it is for. */
  description?: Localized;
  /** The kind of this document. */
  document: TemplateMark;
  /** The installations it is meant for, if not for all. */
  environments?: string[];
  /** The template's name for programs; all versions of a template share it. */
  id: Key;
  /** The languages it is offered in. */
  languages?: Language[];
  /** The licence class under which it may be used. */
  licence?: LicenceClass;
  /** The template's name for people. */
  name: Localized;
  /** The process it was made from. */
  origin?: Origin;
  /** Its phases, in order. */
  phases: TemplatePhase[];
  /** Words to find it by, per language. */
  tags?: { [name: string]: string[] };
  /** The version of the template, from 1. */
  version: number;
}

/** A template in its written form. Fields are in canonical order. */
export interface TemplateDocumentInput {
  /** Its author. */
  author?: string | null;
  /** What it is for. */
  description?: Localized | null;
  /** The kind of this document. */
  document: TemplateMark;
  /** The installations it is meant for, if not for all. */
  environments?: string[];
  /** The template's name for programs; all versions of a template share it. */
  id: Key;
  /** The languages it is offered in. */
  languages?: Language[];
  /** The licence class under which it may be used. */
  licence?: LicenceClass | null;
  /** The template's name for people. */
  name: Localized;
  /** The process it was made from. */
  origin?: Origin | null;
  /** Its phases, in order. */
  phases: TemplatePhaseInput[];
  /** Words to find it by, per language. */
  tags?: { [name: string]: string[] };
  /** The version of the template, from 1. */
  version: number;
}

/** The difference that a new version of the template makes. Once work has begun, it must be declared in full. */
export interface TemplateEffect {
  /** Items that are added, by their keys. */
  items_added?: Key[];
  /** Items that the new version lacks and that are disabled. */
  items_retired?: ItemId[];
  /** Items whose texts or marks follow the new version. */
  items_reworded?: ItemId[];
  /** Prerequisites that are added. */
  prerequisites_added?: Unmet[];
  /** Prerequisites that are removed. */
  prerequisites_removed?: Unmet[];
  /** Enforced, unmet prerequisites that no longer apply: those that the change waives. */
  prerequisites_waived?: Unmet[];
}

/** The text `template`. */
export type TemplateMark =
  /** This document is a template. */
  | "template";

/** An objective of a template. */
export interface TemplateObjective {
  /** A description. */
  description?: Localized;
  /** Its name for programs, unique in the template. */
  key: Key;
  /** Its name for people. */
  name: Localized;
  /** What it waits for. */
  prerequisites?: TemplatePrerequisite[];
  /** The problem profiles it answers. */
  problem_profiles?: Key[];
  /** Its tasks, in order. */
  tasks?: TemplateTask[];
}

/** A phase of a template. */
export interface TemplatePhase {
  /** Whether the service is delivered in it, not only designed. INTERLINK's `is_part_of_codelivery`. */
  codelivery: boolean;
  /** A description. */
  description?: Localized;
  /** Its name for programs, unique in the template. */
  key: Key;
  /** Its name for people. */
  name: Localized;
  /** Its objectives, in order. */
  objectives?: TemplateObjective[];
  /** What it waits for. */
  prerequisites?: TemplatePrerequisite[];
}

/** A phase of a template. */
export interface TemplatePhaseInput {
  /** Whether the service is delivered in it, not only designed. INTERLINK's `is_part_of_codelivery`. */
  codelivery?: boolean;
  /** A description. */
  description?: Localized | null;
  /** Its name for programs, unique in the template. */
  key: Key;
  /** Its name for people. */
  name: Localized;
  /** Its objectives, in order. */
  objectives?: TemplateObjective[];
  /** What it waits for. */
  prerequisites?: TemplatePrerequisite[];
}

/** A prerequisite of an item in a template. */
export interface TemplatePrerequisite {
  /** The key of the item it waits for. */
  item: Key;
  /** The status it waits for. */
  needs: Needs;
}

/** A task of a template. */
export interface TemplateTask {
  /** What is to be done. */
  description?: Localized;
  /** Its name for programs, unique in the template. */
  key: Key;
  /** Its name for people. */
  name: Localized;
  /** What it waits for. */
  prerequisites?: TemplatePrerequisite[];
  /** Its problem profiles. */
  problem_profiles?: Key[];
}

/** The organisation that keeps a text after an erasure looked up whom it concerns. */
export interface TextAttributed {
  /** The organisation that keeps it. */
  organisation_id: OrganisationId;
  /** What the decision read in other streams. */
  relied_on: Reliance[];
  /** The text. */
  text: Commitment;
}

/** A text file of a folder. */
export interface TextFile {
  /** Its path in the folder, with `/` between the parts. */
  path: string;
  /** Its text. */
  text: string;
}

/** A text about the person will be kept despite an erasure. */
export interface TextKept {
  /** Whether it is kept with attribution. */
  attributed?: boolean;
  /** The exception that applies. */
  exception: Exception;
  /** The law that requires it. */
  law: Localized;
  /** The organisation that keeps it. */
  organisation_id: OrganisationId;
  /** What the decision read in other streams. */
  relied_on: Reliance[];
  /** The text. */
  text: Commitment;
  /** When it is no longer kept. */
  until: Timestamp;
}

/** A text about the person was rectified. */
export interface TextRectified {
  /** What the decision read in other streams. */
  relied_on: Reliance[];
  /** A commitment to the new text. */
  replaced_by: Commitment;
  /** The request; none if the author rectified the text. */
  request?: SubjectRequestId;
  /** The text. */
  text: Commitment;
}

/** Words were removed from public texts. */
export interface TextRedacted {
  /** The documents that were rewritten. */
  documents?: RedactedDocument[];
  /** The events of this stream that were rewritten. */
  events?: RedactedEvent[];
  /** The documents that still contain the words, because others rely on them. */
  left?: DocumentId[];
  /** The reason: a commitment to a text in the vault. */
  reason: Commitment;
  /** What the decision read in other streams. */
  relied_on?: Reliance[];
  /** Requests for approval that contained these words: commitments to texts that the vault forgot. */
  texts?: Commitment[];
}

/** A civil time zone of Europe, by its name in the IANA time zone database, or UTC. */
export type TimeZone = string;

/** A moment (RFC 3339). It is written in UTC with milliseconds; anything finer is cut off. */
export type Timestamp = string;

/** How many of those who hold a mandate must act together. */
export type Together = { at_least: number } | "everybody";

/** Several people who must act together: different people by different mandates. */
export interface TogetherView {
  /** Who else could act with them. */
  could_join: PartyName[];
  /** Those who count. */
  counted: PartyName[];
  /** How many are missing. */
  people_missing: number;
  /** How many it takes. */
  people_needed: number;
}

/** Something on record that the person did or that names the person. */
export interface Trace {
  /** The event. */
  event: Event;
  /** Its position in the store. */
  position: Position;
  /** The event as a sentence. */
  sentence?: Sentence;
}

/** The ground for a transfer of data out of the European Economic Area. */
export interface Transfer {
  /** The article that allows it. */
  ground: TransferTerm;
  /** What the ground is here, and where a copy of it can be obtained (Art. 13(1)(f)). */
  text: Localized;
}

/** A ground for a transfer of the Data Privacy Vocabulary 2.3, by name or IRI. */
export type TransferTerm = string;

/** The ground for a transfer of data out of the European Economic Area: Art. 30(1)(e). */
export interface TransferView {
  /** The article that allows it, by its term in the GDPR extension of the Data Privacy Vocabulary. */
  ground: TransferTerm;
  /** What the ground is here. */
  text: ReadText;
}

/** The plan was replaced. */
export interface TreeReplaced {
  /** What the decision read in other streams. */
  relied_on?: Reliance[];
  /** The template of the new plan; none for an empty one. */
  template?: DocumentId;
}

/** A process as a tree. */
export interface TreeRequest {
  /** The state asked about. */
  as_of?: AsOf;
  /** The language; the process's own if absent. */
  language?: Language | null;
  /** The process. */
  process: ProcessId;
}

/** A process as a tree, in one language. */
export interface TreeView {
  /** The catalogue it takes interlinkers from, if any. */
  catalogue?: DocumentId;
  /** When it was closed; it cannot change since. */
  closed?: Timestamp;
  /** Its description. */
  description?: ReadText;
  /** Its planned last day. */
  end?: Date;
  /** The governance model. */
  governance: DocumentId;
  /** The languages in which it has texts. */
  languages: Language[];
  /** Its name. */
  name: ReadText;
  /** The organisation in whose name it was created. */
  organisation_id?: OrganisationId;
  /** The phases, in order. */
  phases: ItemView[];
  /** The process. */
  process: ProcessId;
  /** Its progress, in whole percent. */
  progress: number;
  /** Its publications as a good practice, in order. */
  publications?: DocumentId[];
  /** The `seq` that is shown. */
  seq: Seq;
  /** Its planned first day. */
  start?: Date;
  /** Its status. */
  status: Status;
  /** The template it uses. */
  template?: DocumentId;
}

/** A prerequisite that was unmet when work continued, because the governance model only warns. */
export interface Unmet {
  /** The item that has the prerequisite: the task itself, or one it lies in. */
  item: ItemId;
  /** The status that was waited for. */
  needs: Needs;
  /** The item that was waited for. */
  on: ItemId;
}

/** Why points do not rely on finished work. */
export type Unsettled =
  /** The task was reopened and is not finished again. */
  | "reopened"
  /** The task or something above it was disabled. */
  | "disabled";

/** Revokes a verification, as an operator of the store. */
export type UnverifyOrganisation = Record<string, never>;

/** An absolute URI that is displayed and never followed. */
export type Uri = string;

/** How much interlinkers are used, per process. */
export interface UsageRequest {
  /** The interlinker; all if absent. */
  interlinker?: Key | null;
  /** The process; all of the store if absent. */
  process?: ProcessId | null;
}

/** How much interlinkers are used. */
export interface UsageView {
  /** One entry for each process and interlinker, ordered by id. */
  usage: InterlinkerUse[];
}

/**
 * Records one use of a consent, on behalf of the controller; or sets a use aside for a requirement, which the
 * next act that meets the requirement takes. The data subject and their representatives can also set a use
 * aside for a requirement.
 */
export interface UseConsent {
  /** The data subject. */
  data_subject?: HostId | null;
  /** The controller. */
  organisation: HostId;
  /** The purpose. */
  purpose: Key;
  /** The requirement that the use is for: where a process requires the purpose. */
  requirement?: RequirementId | null;
}

/** Notes that a power was used outside a process, as its holder. It counts towards the limit. */
export interface UseMandate {
  /** What it was used for. */
  mandate_target?: MandateTarget | null;
  /** The power, by its code. */
  power: Key;
}

/** How long a consent is valid; it always has a limit. */
export type Validity = { days: number } | { until: Timestamp } | { until_event: Key } | { uses: number };

/** An act that changes the state. */
export type Verb =
  /** To request consent. */
  | "request"
  /** To defer the decision. */
  | "defer"
  /** To consent. */
  | "give"
  /** To refuse consent. */
  | "refuse"
  /** To renew consent, before or after its end. */
  | "renew"
  /** To withdraw consent. */
  | "withdraw"
  /** To end somebody else's consent. */
  | "revoke"
  /** To record that the event which ends a consent has occurred. */
  | "expire"
  /** To record one use of a consent. */
  | "use"
  /** To record that an authority found a consent invalid. */
  | "invalidate"
  /** To object. */
  | "object"
  /** To withdraw an objection. */
  | "withdraw_objection"
  /** To uphold an objection. */
  | "uphold"
  /** To override an objection with compelling grounds. */
  | "overrule"
  /** To resume an upheld objection of somebody who was erased and came back. No command gives it. */
  | "resume";

/** An operator's verification of an organisation. */
export interface VerificationView {
  /** When the organisation was verified. */
  at: Timestamp;
  /** The operator. */
  by: PartyName;
  /** The SHA-256 of the evidence that the operator saw. */
  evidence?: FileDigest;
  /** Whether an operator of this store verified it. Verifications by operators of other stores give no rights here. */
  here: boolean;
  /** Its entry in a public register. */
  register: RegisterEntry;
}

/** An intact stream. */
export interface Verified {
  /** The id of its last event. Keep it elsewhere, and nobody can shorten or rewrite the stream unnoticed. */
  head: EventId;
  /** The `seq` of its last event. */
  seq: Seq;
  /** The stream. */
  stream: StreamId;
}

/** The result for an intact store. */
export interface VerifiedStore {
  /** The number of events in all of them. */
  events: number;
  /** Its streams. */
  streams: Verified[];
  /** The number of vault entries that match their commitments. */
  vault_entries: number;
}

/** Records, as an operator of the store, that the organisation is what it claims to be. */
export interface VerifyOrganisation {
  /** The SHA-256 of the evidence that the operator saw, such as an extract from the register. */
  evidence?: FileDigest | null;
  /** The kind of stakeholder according to the register; it becomes the organisation's kind. */
  kind: StakeholderKind;
  /** Its entry in the register. */
  register: RegisterEntry;
}

/** Verifies one stream or the whole store. */
export interface VerifyRequest {
  /** An event known to belong to the stream. */
  expected?: ExpectedHead | null;
  /** The stream; all if absent. */
  stream?: StreamId | null;
}

/** One version of an asset. */
export interface VersionView {
  /** The time since when it is current. */
  at: Timestamp;
  /** Who made it. */
  by: PartyName;
  /** Its content. */
  content: Content;
}

/** A prerequisite of an item. */
export interface Wait {
  /** Whether it holds work back or only gives a warning. */
  enforcement: Enforcement;
  /** The status waited for. */
  needs: Needs;
  /** The item waited for. */
  on: ItemId;
  /** Its waiver, if it was waived. */
  passed?: PrerequisiteWaive;
  /** Whether it applies now: it is neither met nor waived, and the other item is enabled. */
  unmet: boolean;
}

/** Lets work begin although a prerequisite is unmet. Needs `prerequisite.waive`. */
export interface WaivePrerequisite {
  /** The item that waits. */
  item: ItemId;
  /** What it waits for. */
  on: ItemId;
  /** Why. Kept in the vault, as a text by the actor. */
  reason: Remark;
}

/** Everyone who may do a thing here. */
export interface WhoMayRequest {
  /** The state asked about. */
  as_of?: AsOf;
  /** The moment of the check. */
  at: Timestamp;
  /** The item; the process as a whole if absent. */
  item?: ItemId | null;
  /** The permission asked for. */
  permission: Permission;
  /** The process. */
  process: ProcessId;
}

/** From a moment (included) until a moment (excluded), or without end. */
export interface Window {
  from: Timestamp;
  until?: Timestamp;
}

/** Withdraws the actor's own approval that has not been used. */
export interface WithdrawApproval {
  /** The approval. */
  approval: ApprovalId;
}

/** Withdraws an assignment. Needs `task.assign` on its task, or to be the assignee. */
export interface WithdrawAssignment {
  /** The assignment. */
  assignment: AssignmentId;
}

/** Withdraws a consent. No reason is needed (Art. 7(3)). */
export interface WithdrawConsent {
  /** The data subject, if not the actor. */
  data_subject?: HostId | null;
  /** How an official learnt of it, if one records it. */
  noted?: Noted | null;
  /** The controller. */
  organisation: HostId;
  /** The purpose. */
  purpose: Key;
}

/**
 * Withdraws the actor's own claim if it was not reviewed; or a contribution that another person recorded of
 * the actor, if it was not confirmed and no points were awarded for it.
 */
export interface WithdrawContribution {
  /** The contribution. */
  contribution: ContributionId;
}

/** Withdraws a notice: from now on, no processing can rest on it. */
export interface WithdrawNotice {
  /** The name of the notice, the same in all versions. */
  notice: Key;
}

/** Withdraws an objection. */
export interface WithdrawObjection {
  /** The data subject, if not the actor. */
  data_subject?: HostId | null;
  /** The controller. */
  organisation: HostId;
  /** The purpose. */
  purpose: Key;
}

/** Withdraws the actor's rating. */
export interface WithdrawRating {
  /** What was rated. */
  rated: Rated;
}

/** How to withdraw consent. */
export interface Withdrawal {
  /** How to withdraw. */
  how: Localized;
  /** Where to withdraw. */
  uri: Uri;
}

/** The rules for work and credit. */
export interface WorkPolicy {
  /** Whether the first asset of an awaiting task starts the task. */
  asset_starts_task?: boolean;
  /** Whether people may review their own contributions. */
  self_review?: boolean;
}

/** The work of a process and the credit for it. */
export interface WorkRequest {
  /** The state asked about. */
  as_of?: AsOf;
  /** The moment for which to list the work that must stop because a legal basis is missing. */
  at?: Timestamp | null;
  /** The process. */
  process: ProcessId;
}

/** The work of a process and the credit for it. */
export interface WorkView {
  /** Every assignment, in order. */
  assignments: AssignmentView[];
  /** Every award, in order. */
  awards: AwardView[];
  /** The complexity of tasks that were estimated. */
  complexities: { [name: string]: Complexity };
  /** Every contribution, in order. */
  contributions: ContributionView[];
  /**
   * Assignments and claims that must stop at the moment asked about because a required purpose has no legal basis;
   * empty if no moment was given.
   */
  must_stop?: MustStopView[];
  /** Every request to take part, in order. */
  participations: ParticipationView[];
  /** The process. */
  process: ProcessId;
}

/** Writes a process as an export of the INTERLINK platform. */
export interface WriteArchiveRequest {
  /**
   * The files of assets that the host has, in any order: each is recognised by its SHA-256. Missing ones are
   * reported.
   */
  files?: Base64[];
  /** The process. */
  process: ProcessId;
}

/** A catalogue in INTERLINK's folder layout. */
export interface WriteCatalogueRequest {
  /** The catalogue. */
  catalogue: DocumentId;
}

/** The effect of a wrong code. */
export type WrongCode =
  /** The acceptance is refused. */
  | "refuse"
  /** The mandate is revoked. */
  | "revoke";

/** What is sent with each request, by the request's name. */
export interface Requests {
  execute: Command;
  execute_as_host: Command;
  execute_many: Command[];
  dry_run: Command;
  add_document: DocumentInput;
  add_message_catalogue: MessageCatalogueDocument;
  check: CheckRequest;
  permissions: PermissionsRequest;
  who_may: WhoMayRequest;
  tree: TreeRequest;
  rules: RulesRequest;
  organisation: OrganisationRequest;
  operators: OperatorsRequest;
  search: SearchRequest;
  recommend: RecommendRequest;
  tasks_served: TasksServedRequest;
  assets: AssetsRequest;
  usage: UsageRequest;
  work: WorkRequest;
  leaderboard: LeaderboardRequest;
  mandate: MandateRequest;
  mandates: MandatesRequest;
  mandate_check: MandateCheckRequest;
  mandate_kinds: MandateKindsRequest;
  principals: PrincipalsRequest;
  ratings: RatingsRequest;
  publications: PublicationsRequest;
  read_story: ReadStoryRequest;
  party: PartyRequest;
  streams: StreamsRequest;
  document: DocumentRequest;
  models: ModelsRequest;
  changes: ChangesRequest;
  subject_access: SubjectAccessRequest;
  audit_trail: AuditTrailRequest;
  set_language: SetLanguageRequest;
  notifications: NotificationsRequest;
  next: NextRequest;
  my: MyRequest;
  guide: GuideRequest;
  notices: NoticesRequest;
  notice_gaps: NoticeGapsRequest;
  consent: ConsentRequest;
  consents: ConsentsRequest;
  obligations: ObligationsRequest;
  processing: ProcessingRequest;
  subject_requests: SubjectRequestsRequest;
  attribution: AttributionRequest;
  receipt: ReceiptRequest;
  cloud_events: CloudEventsRequest;
  add_archive: AddArchiveRequest;
  write_archive: WriteArchiveRequest;
  add_catalogue: AddCatalogueRequest;
  write_catalogue: WriteCatalogueRequest;
  import_bundle: ImportBundleRequest;
  verify: VerifyRequest;
}

/** What each request is answered with, by the request's name. */
export interface Answers {
  execute: ExecutedView;
  execute_as_host: ExecutedView;
  execute_many: OutcomesView;
  dry_run: ExecutedView;
  add_document: AddedView;
  add_message_catalogue: LanguageView;
  check: Explanation;
  permissions: PermissionTable;
  who_may: PeopleView;
  tree: TreeView;
  rules: RulesView;
  organisation: OrganisationView;
  operators: OperatorsView;
  search: FoundView;
  recommend: RecommendedView;
  tasks_served: TasksServedView;
  assets: AssetsView;
  usage: UsageView;
  work: WorkView;
  leaderboard: Leaderboard;
  mandate: MandateView;
  mandates: MandatesView;
  mandate_check: MandateAnswer;
  mandate_kinds: MandateKindsView;
  principals: PrincipalsView;
  ratings: RatingView;
  publications: PublicationsView;
  read_story: StoryView;
  party: PartyView;
  streams: StreamsView;
  document: DocumentView;
  models: ModelsView;
  changes: ChangesView;
  subject_access: SubjectAccessView;
  audit_trail: AuditEntryPage;
  set_language: LanguageView;
  notifications: NotificationPage;
  next: NextView;
  my: MyView;
  guide: GuideView;
  notices: NoticesView;
  notice_gaps: NoticeGapsView;
  consent: ConsentView;
  consents: ConsentsView;
  obligations: ObligationsView;
  processing: ProcessingView;
  subject_requests: SubjectRequestsView;
  attribution: AttributionView;
  receipt: ReceiptView;
  cloud_events: CloudEventsView;
  add_archive: ArchiveView;
  write_archive: ArchiveWrittenView;
  add_catalogue: CatalogueView;
  write_catalogue: CatalogueFilesView;
  import_bundle: Imported;
  verify: Verified | VerifiedStore;
}
