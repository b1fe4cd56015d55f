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
  organisation: OrganisationId;
  person: PersonId;
  process: ProcessId;
  rating: string;
}

/** The name of a stream of one kind. */
export type StreamOf<Kind extends keyof StreamIds> = Kind extends unknown ? `${Kind}/${StreamIds[Kind]}` : never;

/**
 * Accepts a contribution. Needs `contribution.review` on its task, and that it is somebody else's,
 * unless the governance model lets people review themselves.
 */
export interface AcceptContribution {
  /** Which. */
  contribution: ContributionId;
  /** How much it was; suggested from its share of the task's claims if absent. */
  level?: Level | null;
}

/** Accepts a request to take part, and gives a role. Needs what giving the role needs. */
export interface AcceptParticipation {
  /** The organisation in whose name she will hold the role; as a citizen if absent. */
  acting_for?: HostId | null;
  /** On which item and below; on the whole process if absent. */
  item?: ItemId | null;
  /** Why. Kept in the vault, as a text about whoever asked. */
  reason?: Remark | null;
  /** Which request. */
  request: ParticipationId;
  /** The role. */
  role: Key;
}

/** The commands that may need approval: one for each thing that can be done with a permission. */
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
  /** Why it is lawful. */
  basis: LawfulBasis;
  /** The kinds of data, by their terms in the Data Privacy Vocabulary: Art. 30(1)(c). */
  data: string[];
  /** Whose they are, by their terms there: Art. 30(1)(c). */
  data_subjects: string[];
  /** Where they are kept. */
  kept?: Kept;
  /** How long they are kept. */
  limit?: Limit;
  /** The notice that says so. */
  notice: DocumentId;
  /** The purpose, by its name for programs. */
  purpose: Key;
  /** The purpose: Art. 30(1)(b). */
  purpose_name: ReadText;
  /** Who receives them. */
  recipients: Receiver[];
  /** Those of the kinds that belong to the special categories of Art. 9. */
  special?: string[];
}

/** Reads an export of the INTERLINK platform, and keeps it as the document that `process.import` takes. */
export interface AddArchiveRequest {
  /** The zip archive. */
  archive: Base64;
}

/**
 * Puts an asset on a task. Needs `asset.create` there.
 *
 * Where the governance model says so, the first asset of a task that is awaiting starts the task.
 */
export interface AddAsset {
  /** What it is. */
  content: Content;
  /** What it was made from. */
  derived_from?: Derivation[];
  /** What it is about. */
  description?: Localized | null;
  /** The knowledge resource of the process's catalogue that it was made from. */
  interlinker?: Key | null;
  /** The task. */
  item: ItemId;
  /** Under what licence it may be used. */
  licence?: Licence | null;
  /** What it is called. Public: it must not be about a private person. */
  title: Localized;
}

/** Reads a catalogue in INTERLINK's folders, and keeps it with its templates. */
export interface AddCatalogueRequest {
  /** Its files; the small catalogue that comes with the library if absent. Of pictures and documents the path is enough. */
  files?: TextFile[] | null;
}

/** Adds a phase, an objective or a task. Needs `item.add` on what it lies in. */
export interface AddItem {
  /** The sibling it comes before; it comes last if absent. */
  before?: ItemId | null;
  /** Whether the service is delivered in it; for phases only. */
  codelivery?: boolean;
  /** What it is about. */
  description?: Localized | null;
  /** What it is. */
  kind: ItemKind;
  /** Its name. */
  name: Localized;
  /** What it lies in; nothing for a phase. */
  parent?: ItemId | null;
  /** The problem profiles that it has. */
  problem_profiles?: Key[];
}

/** Makes a person a member of the organisation. */
export interface AddMember {
  /** From when; from the command's time if absent. */
  from?: Timestamp | null;
  /** The host's id of the person. */
  person: HostId;
  /** Until when; without end if absent. */
  until?: Timestamp | null;
}

/** Makes an item wait for another. A cycle is refused. Needs `item.edit`. */
export interface AddPrerequisite {
  /** The item that will wait. */
  item: ItemId;
  /** What of the other it waits for. */
  needs: Needs;
  /** The other. */
  on: ItemId;
}

/** Puts a person into a team. */
export interface AddTeamMember {
  /** From when; from the command's time if absent. */
  from?: Timestamp | null;
  /** The host's id of the person. */
  person: HostId;
  /** The host's id of the team. */
  team: HostId;
  /** Until when; without end if absent. */
  until?: Timestamp | null;
}

/** A document is kept. */
export interface AddedView {
  /** The SHA-256 of its canonical JSON. */
  document: DocumentId;
}

/** A person became an administrator. */
export interface AdministratorAppointed {
  /** Who. */
  person_id: PersonId;
  /** What the decision read elsewhere. */
  relied_on?: Reliance[];
  /** Whether an operator appointed her, since every administrator was erased. */
  successor?: boolean;
}

/** A person is no longer an administrator. */
export interface AdministratorDismissed {
  /** Who. */
  person_id: PersonId;
}

/**
 * Takes interlinkers from this catalogue, or this version of it, from now on. Needs
 * `process.administer`.
 */
export interface AdoptCatalogue {
  /** The catalogue, by the SHA-256 of its canonical JSON. */
  catalogue: DocumentId;
}

/**
 * Puts the process under another governance model. Needs `process.administer`.
 *
 * Once work has begun, only a higher version of the same model is taken, and its effect must be
 * declared; a dry run says what it is.
 */
export interface AdoptGovernance {
  /** What the change does. Required once work has begun. */
  effect?: Effect | null;
  /** The model, by the SHA-256 of its canonical JSON. */
  model: DocumentId;
  /** Why. Kept in the vault, as a text by the actor. */
  reason: Remark;
}

/**
 * Takes over a higher version of the template that the process was made from.
 * Needs `process.administer`.
 *
 * New items come, items that the new version lacks are disabled, texts and prerequisites follow the
 * new version where the process had not changed them itself. Once work has begun, the effect must be
 * declared; a dry run says what it is.
 */
export interface AdoptTemplate {
  /** What the change does. Required once work has begun. */
  effect?: TemplateEffect | null;
  /** Why. Kept in the vault, as a text by the actor. */
  reason: Remark;
  /** The template, by the SHA-256 of its canonical JSON. */
  template: DocumentId;
}

/** From a day on, this is the age in a country. */
export interface AgeRow {
  /** The age, 13 to 16. */
  age: number;
  /** Where. */
  country: Country;
  /** From which day on. */
  from: Date;
  /** The law that says so. A row that lowers the age which the shipped table has needs it. */
  law?: Uri;
  /** Where it was read. */
  source: string;
}

/** One place where the files are not as they should be. */
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

/** Answers a request, in the name of the controller. */
export interface AnswerSubjectRequest {
  /** What became of it. */
  outcome: Outcome;
  /** Why, as she is told; a refusal participations why. Kept in the vault. */
  reason?: Remark | null;
  /** The request. */
  request: SubjectRequestId;
}

/**
 * Makes a person an administrator of the organisation: by an administrator; or, where every administrator was
 * erased, by an operator of the store.
 */
export interface AppointAdministrator {
  /** The host's id of the person. */
  person: HostId;
}

/** Makes a person an operator of the store: by an operator, or by the host in its own name. */
export interface AppointOperator {
  /** The host's id of the person. */
  person: HostId;
}

/** Lets somebody speak for a person: by herself, or by an official who has seen the evidence. */
export interface AppointRepresentative {
  /** The organisation in whose name an official records it. */
  acting_for?: HostId | null;
  /** Whom she speaks for, if not the actor. */
  data_subject?: HostId | null;
  /** The SHA-256 of what shows it; an official needs it. */
  evidence?: FileDigest | null;
  /** From when on; not in the past. From now on if absent. */
  from?: Timestamp | null;
  /** In which capacity she is represented. */
  kind: RepresentativeKind;
  /** Who speaks for her. */
  representative: HostId;
  /** About what. Nobody speaks for another about everything unless that is said. */
  scope: ExtentRef;
  /** Until when. */
  until?: Timestamp | null;
}

/** Who appointed or dismissed an operator. */
export type AppointedBy =
  /** The host, in its own name. */
  | "host"
  /** Another operator, or she herself. */
  | "operator";

/** Somebody asks others to stand behind an act to come. */
export interface ApprovalAsked {
  /** What is asked for, word for word: a commitment to a text in the vault, the command with parties by the library's ids. */
  content: Commitment;
  /** On which item; the process as a whole if absent. */
  item?: ItemId;
  /** What the act is about besides the item. */
  matter: Matter;
  /** The permission that the act needs. */
  permission: Permission;
  /** What the decision read elsewhere. */
  relied_on?: Reliance[];
  /** The request's id. */
  request: ApprovalId;
  /** What the act is about as it stood then: a hash, which another state does not have. */
  seen: Seen;
}

/** Somebody stands behind an act to come. */
export interface ApprovalGiven {
  /** The approval's id. */
  approval: ApprovalId;
  /** On which item; the process as a whole if absent. */
  item?: ItemId;
  /** The permission that the act needs. */
  permission: Permission;
  /** What the decision read elsewhere. */
  relied_on?: Reliance[];
  /** What was asked, and is approved as it was asked. */
  request: ApprovalId;
  /** The roles in which it was given, of those that the model names for the act. */
  roles: Key[];
}

/** 16 bytes as lower-case hexadecimal. */
export type ApprovalId = Id<"ApprovalId">;

/** An act that somebody asks others to stand behind, and that has not been done. */
export interface ApprovalRequestView {
  /** The command that is to be given, word for word, with parties by the library's ids; absent if the text was erased. */
  act?: Deed;
  /** When. */
  at: Timestamp;
  /** Who asks. */
  by: PartyName;
  /** Whether what it is about has changed since, so that it has to be asked anew. */
  changed: boolean;
  /** On which item; the process as a whole if absent. */
  item?: ItemId;
  /** What it is about. */
  matter: MatterView;
  /** Who can stand behind it at the moment asked about. */
  of: PartyName[];
  /** The permission that the act needs. */
  permission: Permission;
  /** Its id. */
  request: ApprovalId;
}

/** An act that needs the approval of others before it. */
export interface ApprovalRule {
  /** The role whose holders must stand behind the act. */
  by: Key;
  /** How many of them; whoever does it counts as one if she holds the role herself and did not give it to herself. */
  count: number;
  /** The act. */
  permission: Permission;
}

/** An act was done for which approvals were asked. It stands with the act, and uses them up. */
export interface ApprovalUsed {
  /** What was asked. */
  request: ApprovalId;
}

/** An approval that was given and not yet used. */
export interface ApprovalView {
  /** Its id. */
  approval: ApprovalId;
  /** When. */
  at: Timestamp;
  /** Who gave it. */
  by: PartyName;
  /** On which item; the process as a whole if absent. */
  item?: ItemId;
  /** What it is about. */
  matter: MatterView;
  /** The permission that the act needs. */
  permission: Permission;
  /** What was asked, which says what is approved. */
  request: ApprovalId;
  /** The roles in which it was given. */
  roles: Key[];
}

/** An approval was taken back. */
export interface ApprovalWithdrawn {
  /** Which. */
  approval: ApprovalId;
}

/** Who has to stand behind an act. */
export interface ApprovalsView {
  /** How many do. */
  given: number;
  /** The role whose holders approve. */
  role: Key;
  /** How many are wanted. */
  wanted: number;
  /** Some of those who could still be asked; nobody where the asker may not see who takes part. */
  who?: PartyName[];
}

/** A file of an export. */
export interface ArchiveFile {
  /** How long it is. */
  bytes: number;
  /** Its bytes, in the answer to a request; a binding that hands bytes on gives them beside. */
  content?: Base64;
  /** The SHA-256 of it. */
  digest: FileDigest;
}

/** Somebody whom an export names. */
export interface ArchivePerson {
  /** Whether she administered the process; such a person has to be told who she is here. */
  administrator: boolean;
  /** How: an e-mail address or the id of an account. */
  named: HostId;
}

/** What stands in an export of the INTERLINK platform. */
export interface ArchiveView {
  /** The files that came along; their bytes are the host's to keep. */
  files: ArchiveFile[];
  /** The document that was made of it: what `process.import` takes. */
  import: DocumentId;
  /** The shipped governance models that it participations it follows, by their names. */
  models: Key[];
  /** Whom it names, in the order in which `process.import` names them. */
  people: ArchivePerson[];
  /** What was noticed in reading it. */
  report: Report;
}

/** A process as an export of the INTERLINK platform. */
export interface ArchiveWrittenView {
  /** The zip archive. */
  archive: Base64;
  /** What has no place in it, or whose bytes are not here. */
  report: Report;
}

export type ArrayOfInterlinkProblemProfile = InterlinkProblemProfile[];

/** Which moment of a stream is meant. */
export type AsOf = "now" | { seq: Seq } | { time: Timestamp };

/**
 * Asks others to stand behind an act that the governance model wants approved. Needs the permission itself.
 *
 * Whoever may approve it is told so by the news.
 */
export interface AskApproval {
  /**
   * The command that is to be given, word for word: this is what is approved, and nothing else. Kept in the vault,
   * as a text about whom its own texts would be about, so that whoever is asked can read it.
   */
  act: Deed;
  /** On which item the act will be; the process as a whole if absent. */
  item?: ItemId | null;
  /** What the act is about besides the item. */
  matter?: MatterRef | null;
  /** The permission that the act needs. */
  permission: Permission;
}

/** Asks to take part in the process. Takes no permission; one may ask once at a time. */
export interface AskParticipation {
  /** Why. Kept in the vault, as a text about whoever asks. */
  text: Remark;
}

/** An asset was put on a task. */
export interface AssetAdded {
  /** Its id. */
  asset: AssetId;
  /** What it is. */
  content: Content;
  /** What it was made from. */
  derived_from?: Derivation[];
  /** What it is about. */
  description?: Localized;
  /** What was unmet, where the model only warns of it. */
  despite?: Unmet[];
  /** The knowledge resource of the process's catalogue that it was made from. */
  interlinker?: Key;
  /** The task. */
  item: ItemId;
  /** Under what licence it may be used. */
  licence?: Licence;
  /** What the decision read elsewhere. */
  relied_on?: Reliance[];
  /** What it is called. */
  title: Localized;
}

/** An asset was deleted. */
export interface AssetDeleted {
  /** The asset. */
  asset: AssetId;
  /** Why: a commitment to a text in the vault. */
  reason?: Commitment;
  /** What the decision read elsewhere. */
  relied_on?: Reliance[];
}

/** What is said of an asset was changed; what is absent stayed as it was. */
export interface AssetEdited {
  /** The asset. */
  asset: AssetId;
  /** The new description. */
  description?: Localized;
  /** The new licence. */
  licence?: Licence;
  /** What the decision read elsewhere. */
  relied_on?: Reliance[];
  /** The new title. */
  title?: Localized;
}

/** 16 bytes as lower-case hexadecimal. */
export type AssetId = Id<"AssetId">;

/** Somebody opened an asset. */
export interface AssetOpened {
  /** The asset. */
  asset: AssetId;
  /** What the decision read elsewhere. */
  relied_on?: Reliance[];
}

/** An asset has a new version. */
export interface AssetRevised {
  /** The asset. */
  asset: AssetId;
  /** What it is now. */
  content: Content;
  /** What the decision read elsewhere. */
  relied_on?: Reliance[];
}

/** An asset. */
export interface AssetView {
  /** Its id. */
  asset: AssetId;
  /** When it was made, as the system says that it was brought from; no time of this record. */
  claimed_created?: Timestamp;
  /** Whether a purpose that is required of it is missing, so that its versions are not shown. */
  closed?: boolean;
  /** Whether it was deleted. */
  deleted?: DeletionView;
  /** What it was made from. */
  derived_from?: Derivation[];
  /** What it is about. */
  description?: ReadText;
  /** The knowledge resource that it was made from. */
  interlinker?: Key;
  /** The task it lies on. */
  item: ItemId;
  /** Under what licence it may be used. */
  licence?: Licence;
  /** Which of INTERLINK's classes that is. */
  licence_class?: LicenceClass;
  /** What the person who asks can be offered. */
  offers: Offer[];
  /** What it is called. */
  title: ReadText;
  /** Its versions, the first first. */
  versions: VersionView[];
}

/** The assets of a process or a task. */
export interface AssetsRequest {
  /** Who asks, by the host's id. */
  actor: HostId;
  /** The state that is asked about. */
  as_of?: AsOf;
  /** For which moment. */
  at: Timestamp;
  /** Of which task; of all if absent. */
  item?: ItemId | null;
  /** In which language; in the process's own if absent. */
  language?: Language | null;
  /** Of which process. */
  process: ProcessId;
}

/** Assets. */
export interface AssetsView {
  /** In the order in which they were added. */
  assets: AssetView[];
}

/** What an assignment asks for is done. */
export interface AssignmentCompleted {
  /** Which. */
  assignment: AssignmentId;
  /** What the decision read elsewhere. */
  relied_on?: Reliance[];
}

/** 16 bytes as lower-case hexadecimal. */
export type AssignmentId = Id<"AssignmentId">;

/** Somebody was asked to do something on a task. */
export interface AssignmentMade {
  /** On which asset. */
  asset?: AssetId;
  /** Its id. */
  assignment: AssignmentId;
  /** Who is asked. */
  holder: Holder;
  /** The task. */
  item: ItemId;
  /** What the decision read elsewhere. */
  relied_on?: Reliance[];
  /** What to do: a commitment to a text in the vault. */
  text?: Commitment;
}

/** An assignment. */
export interface AssignmentView {
  /** On which asset, if on one. */
  asset?: AssetId;
  /** Its id. */
  assignment: AssignmentId;
  /** When. */
  at: Timestamp;
  /** By whom. */
  by: PartyName;
  /** When it was done. */
  completed?: Timestamp;
  /** Who said that it was. */
  completed_by?: PartyName;
  /** Who is asked. */
  holder: PartyName;
  /** The task. */
  item: ItemId;
  /** What to do; absent if nothing was said or the text was erased. */
  text?: string;
  /** When it was taken back. */
  withdrawn?: Timestamp;
}

/** An assignment was taken back. */
export interface AssignmentWithdrawn {
  /** Which. */
  assignment: AssignmentId;
  /** What the decision read elsewhere. */
  relied_on?: Reliance[];
}

/**
 * Looks whose text it is that is kept attributably of somebody who was erased, in the name of the controller that keeps
 * it. It leaves an event; the request `attribution` names that and gives the answer.
 */
export interface AttributeText {
  /** Which text, by what the record holds in its place. */
  text: Commitment;
}

/** A text whose person is known to the organisation that keeps it although she is erased. */
export interface Attributed {
  /** Which text. */
  text: Commitment;
  /** Where the vault has whose it is. */
  tie: Commitment;
}

/** Whose text it is that an organisation keeps for a legal claim. Only an event participations who may know: `text.attributed`. */
export interface AttributionRequest {
  /** For which moment. */
  at: Timestamp;
  /** The event by which the organisation looked. */
  event: EventId;
  /** The pseudonym whose text it is. */
  person_id: PersonId;
}

/** Whose text it is that an organisation keeps for a legal claim of somebody who was erased. */
export interface AttributionView {
  /**
   * By which id the host knew her; absent where no event participations that the organisation looked, where it is not kept here, or no
   * longer.
   */
  host_id?: HostId;
  /** Her pseudonym. */
  person_id: PersonId;
  /** Which text; absent where no event participations that somebody looked. */
  text?: Commitment;
}

/** An event of the feed as a sentence. */
export interface AuditEntry {
  /** When it happened. */
  at: Timestamp;
  /** The event. */
  event: EventId;
  /** Its position; ask for what comes after it next time. */
  position: Position;
  /** What is said. */
  sentence: Sentence;
  /** The stream. */
  stream: StreamId;
}

/** A page of what is told. */
export interface AuditEntryPage {
  /** How far the feed was read: ask for what comes after it next time. */
  after: Position;
  /** What there is to tell, in order. */
  entries: AuditEntry[];
}

/** The feed as sentences. */
export interface AuditTrailRequest {
  /** After which position; from the beginning if absent. */
  after?: Position;
  /** In which language; in English if absent. */
  language?: Language | null;
  /** How many events are read at most; 10 000 is the most there is. */
  limit: number;
}

/** How a piece of software learns who its user is. */
export type AuthMethod =
  /** From a header. */
  | "header"
  /** From a cookie. */
  | "cookie";

/** How far machines do it by themselves. */
export type Automation =
  /** People do it. */
  | "none"
  /** Machines help. */
  | "partial"
  /** Machines do it alone; what that means for her stands in `automated_decisions` (Art. 22). */
  | "full";

/** 16 bytes as lower-case hexadecimal. */
export type AwardId = Id<"AwardId">;

/**
 * Awards the points of a finished task to all its contributors at once. Needs `contribution.review`
 * there, and that no claim waits for review.
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
  /** Who has how many for what. */
  entries: EntryView[];
  /** The task. */
  item: ItemId;
  /** When it was taken back. */
  reversed?: Timestamp;
  /** What came of the task since: its points stand until they are taken back, and do not rest on finished work. */
  unsettled?: Unsettled;
}

/** Bytes in Base64 (RFC 4648), with padding. */
export type Base64 = string;

/**
 * A body with a name and a way to reach it: a controller, its data protection officer, an authority. Public: a
 * function, never a private person.
 */
export interface Body {
  /** Its postal address. */
  address?: Localized;
  /** How to reach it, such as `mailto:` and an address. */
  contact?: Uri;
  /** Its e-mail address, where that is not the way to reach it. Some forms of receipts demand one. */
  email?: string;
  /** What it is called. */
  name: Localized;
  /** Which organisation of the record it is. */
  organisation?: Enrolled;
  /** Its telephone number. Some forms of receipts demand one. */
  phone?: string;
  /** Its pages. */
  uri?: Uri;
}

/** How far an import brought a stream. */
export interface Brought {
  /**
   * As of when its home disclosed of it, where the source has it from elsewhere itself; otherwise as of when the bundle was
   * written.
   */
  as_of?: Timestamp;
  /** Where it is at home from now on. */
  home: Home;
  /** The id of its last event in the bundle. */
  id: EventId;
  /** The places behind the source, as each called the next; the last is its home. None where the source is. */
  path?: Key[];
  /** The number of that event. */
  seq: Seq;
  /** The stream. */
  stream: StreamId;
}

/** A bundle was taken in, on the word of the host. */
export interface BundleImported {
  /** The streams of which it disclosed events that were withheld here so far. Whoever follows the feed reads them again. */
  disclosed?: StreamId[];
  /** As of when the bundle knows what is in it. */
  exported_at: Timestamp;
  /** Whom the vault got to know by it. */
  people?: PersonId[];
  /** The process that it was about. */
  process: ProcessId;
  /** What the host calls the place that it comes from. */
  source: Key;
  /** The streams that it brought, began to be a replica of, or moved here. */
  streams: Brought[];
}

/**
 * What a piece of software offers for the assets that it holds. In the order of their names, which is the
 * canonical order of keys.
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
  /** A new asset. */
  | "instantiate"
  /** To open an asset in a window of the host. */
  | "open_in_modal"
  /** To see an asset in short. */
  | "preview"
  /** To be reached directly. */
  | "shortcut"
  /** To look at an asset. */
  | "view";

/** Something of another format that the model has no place for, kept so that it can be written back. */
export interface Carried {
  /** What stands there, as JSON; nothing where there is nothing although the model has something. */
  json?: string;
  /** Where, as a JSON Pointer (RFC 6901). */
  pointer: string;
}

/** The process takes interlinkers from another catalogue, or another version of it. */
export interface CatalogueAdopted {
  /** The catalogue. */
  catalogue: DocumentId;
  /** What the decision read elsewhere. */
  relied_on?: Reliance[];
}

/** A catalogue as it is written. Fields stand in canonical order. */
export interface CatalogueDocument {
  /** What the format that it came from has and a catalogue has not. */
  carried?: Carried[];
  /** Says what kind of document this is. */
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
  /** Which version of the catalogue this is, from 1. */
  version: number;
}

/** A catalogue as it is written. */
export interface CatalogueFilesView {
  /** The files, in the order of their paths. */
  files: TextFile[];
}

/** The word `catalogue`. */
export type CatalogueMark =
  /** This document is a catalogue. */
  | "catalogue";

/** A catalogue that was read and kept, with its templates. */
export interface CatalogueView {
  /** The catalogue. */
  catalogue: DocumentId;
  /** What was noticed in reading it. */
  report: Report;
  /** Its templates, in the order of their folders' names. */
  templates: DocumentId[];
}

/** Of what a recipient has to be told. */
export type Cause =
  /** Processing for the purpose has ended. */
  | "ended"
  /** Her data were put right (Art. 16). */
  | "rectified"
  /** Her data were erased (Art. 17). */
  | "erased"
  /** Her data are only to be stored (Art. 18). */
  | "restricted";

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
  /** How many events at most; 10 000 is the most there is. */
  limit: number;
}

/** Events of the feed. */
export interface ChangesView {
  /** The events, in order. */
  changes: ChangeEvent[];
}

/** May this party do this here, and why? */
export interface CheckRequest {
  /** Who, by the host's id. */
  actor: HostId;
  /** The state that is asked about. */
  as_of?: AsOf;
  /** For which moment. */
  at: Timestamp;
  /** On which item; on the process as a whole if absent. */
  item?: ItemId | null;
  /** What. */
  permission: Permission;
  /** In which process. */
  process: ProcessId;
}

/** An answer that can be given. */
export interface ChoiceView {
  /** Its name for programs. */
  id: Key;
  /** What it says. */
  text: ReadText;
}

/** Says that oneself did something on a task. Needs `contribution.claim` there. */
export interface ClaimContribution {
  /** On which of the task's assets, if on one. */
  asset?: AssetId | null;
  /** The assignment that it answers. */
  assignment?: AssignmentId | null;
  /** The task. */
  item: ItemId;
  /** Of which kind it is. */
  kind: ContributionKind;
  /** The team that she contributed for, of which she is a member. */
  team?: HostId | null;
  /** What she did. Kept in the vault, as a text about her. */
  text: Remark;
}

/**
 * Creates a process like another: the same rules, catalogue and plan; nothing of the people and their
 * work. Needs `process.view` there, and what creating needs.
 */
export interface CloneProcess {
  /** The organisation in whose name it is created. Without one she acts for herself, as a citizen. */
  acting_for?: HostId | null;
  /** Its name; that of the other if absent. */
  name?: Localized | null;
  /** The other process, in the same store. */
  source: ProcessId;
}

/**
 * Closes the process for good: what is in it stays to be read, and nothing is changed any more. The vault forgets
 * the key by which it knew who had her say in it. Needs `process.administer`.
 */
export type CloseProcess = Record<string, never>;

/**
 * Closes a team: everybody's time in it ends, and nobody joins it any more. Its roles stay on record and give nothing.
 * Needs to lead it or to administer the organisation.
 */
export interface CloseTeam {
  /** The host's id of the team. */
  team: HostId;
}

/** An event of the feed as CloudEvents have it. */
export interface CloudEvent {
  /** The event in its envelope. */
  data: Event;
  /** What `data` is: JSON. */
  datacontenttype: string;
  /** The event's id. */
  id: EventId;
  /** Its position in the store. */
  sequence: string;
  /** Who speaks. */
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
  /** How many events at most; 10 000 is the most there is. */
  limit: number;
  /** Who speaks: the `source` of the events. */
  source: Uri;
}

/** Events of the feed as CloudEvents. */
export interface CloudEventsView {
  /** The events, in order. */
  cloud_events: CloudEvent[];
}

/** A stable name for one way of being refused. */
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
  | "version.conflict"
  | "version.unknown"
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
  | "phrasebook.invalid"
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
  | "reason.despite_restriction"
  | "reason.not_explicit"
  | "reason.renewal_due"
  | "reason.child"
  | "reason.objected"
  | "reason.processing_restricted"
  | "reason.erased"
  | "reason.unreadable"
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
  | "next.tell"
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
  | "record.snapshot"
  | "bundle.malformed"
  | "bundle.changed"
  | "bundle.truncated"
  | "bundle.version"
  | "bundle.diverged"
  | "bundle.home"
  | "bundle.terms"
  | "bundle.tie"
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

/** Where data come from. */
export type Collection = { data_subject: Record<string, never> } | { elsewhere: { public: boolean; source: Localized } };

/** Something that somebody asks for. */
export type Command = { actor: HostId; at: Timestamp; entropy: Entropy; expect?: Seq; id: CommandId } & (
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

/** What became of one of several commands. */
export type CommandOutcome = CommandTaken | CommandRefused;

/** A command that led to nothing. */
export interface CommandRefused {
  /** Why. */
  problem: Problem;
}

/** A command that was taken. */
export interface CommandTaken {
  /** What it led to. */
  ok: ExecutedView;
  /** The position of the store with it. */
  position: Position;
}

/** 32 bytes as lower-case hexadecimal. */
export type Commitment = string;

/**
 * Says that what an assignment asks for is done. Needs to be the person asked or in the team asked, or `task.assign` on
 * its task. What was done is claimed and reviewed as a contribution; this only ends the asking.
 */
export interface CompleteAssignment {
  /** Which. */
  assignment: AssignmentId;
}

/** Completes a task in progress. Needs `task.complete`, and that nothing enforced holds it back. */
export interface CompleteTask {
  /** The task. */
  item: ItemId;
}

/** How hard a task is in each kind of contribution, from 0 to 100. */
export interface Complexity {
  /** In making the service. */
  development: number;
  /** In running and spreading it. */
  exploitation: number;
  /** In holding the work together. */
  management: number;
}

/** Why something concerns a person. */
export type Concern =
  /** She is asked to work on something. */
  | "assigned"
  /** She is no longer asked to. */
  | "unassigned"
  /** What she asked somebody to do is done. */
  | "done"
  /** What she did was accepted or returned. */
  | "reviewed"
  /** What she did was recorded by somebody else. */
  | "recorded"
  /** She has points, or no longer has them. */
  | "credited"
  /** Something that she is asked to work on has to wait now. */
  | "blocked"
  /** Something that she is asked to work on need not wait any more. */
  | "unblocked"
  /** Somebody asks to take part in a process that she administers. */
  | "asked"
  /** Her request to take part was answered. */
  | "answered"
  /** Somebody asks her to stand behind an act. */
  | "approval"
  /** Work in a process that she administers must stop, since a consent that it rests on is no more. */
  | "must_stop"
  /** What she may do in a process has changed. */
  | "role"
  /** She belongs to an organisation or a team now, or no longer does. */
  | "membership"
  /** Somebody acted on what she wants done with her data. */
  | "consent";

/** Says that what somebody else recorded of oneself is so. */
export interface ConfirmContribution {
  /** Which. */
  contribution: ContributionId;
}

/** She will decide later. */
export interface ConsentDeferred {
  /** Who said so. */
  by: Expressed;
  /** The controller. */
  organisation_id: OrganisationId;
  /** The purpose. */
  purpose: Key;
}

/** What her consent was tied to has come. */
export interface ConsentExpired {
  /** What has come. */
  event: Key;
  /** The controller. */
  organisation_id: OrganisationId;
  /** The purpose. */
  purpose: Key;
  /** What the decision read elsewhere. */
  relied_on: Reliance[];
}

/** She consented. */
export interface ConsentGiven {
  /** Who said so. */
  by: Expressed;
  /** What shows it: a commitment to its SHA-256 in the vault, for a digest of few words could be guessed. */
  evidence?: Commitment;
  /** Whether she said so in words or by a signature. */
  explicit?: boolean;
  /** The language in which the notice was read. */
  language: Language;
  /** How it was said. */
  method: Indication;
  /** The notice that was read. */
  notice: DocumentId;
  /** The controller. */
  organisation_id: OrganisationId;
  /** The purpose. */
  purpose: Key;
  /** What the decision read elsewhere. */
  relied_on: Reliance[];
  /** When she gave it elsewhere, as the official says who brought it over from there. */
  said_at?: Timestamp;
  /** For how long. */
  valid: Validity;
}

/** An authority found her consent invalid. */
export interface ConsentInvalidated {
  /** What it decided: a commitment to a text in the vault. */
  decision: Commitment;
  /** The decision: a commitment to its SHA-256 in the vault. */
  evidence?: Commitment;
  /** From when on. */
  from: Timestamp;
  /** The controller. */
  organisation_id: OrganisationId;
  /** The purpose. */
  purpose: Key;
  /** What the decision read elsewhere. */
  relied_on: Reliance[];
  /**
   * The consents that began before this were invalid; only the one that held at `from`, or began first after it,
   * if absent.
   */
  until?: Timestamp;
}

/** A purpose that is required and has no basis. */
export interface ConsentLackView {
  /** Whether it is about the asker's own data. Of somebody else no more is told than that something is missing. */
  own: boolean;
  /** The purpose. */
  purpose: PurposeRef;
  /** The requirement. */
  requirement: RequirementId;
}

/** Why, in short. */
export type ConsentReason =
  | { consent: { seq: Seq; within: boolean } }
  | { basis: LawfulBasis }
  | { purpose_unknown: { [name: string]: Json } }
  | { not_in_force: { [name: string]: Json } }
  | { no_consent: State }
  | { ended: { at?: Timestamp } }
  | { not_set_aside: { [name: string]: Json } }
  | { despite_restriction: RestrictionException }
  | { renewal_due: { [name: string]: Json } }
  | { not_explicit: { [name: string]: Json } }
  | { child: { age: number } }
  | { objected: State }
  | { restricted: { [name: string]: Json } }
  | { erased: { [name: string]: Json } }
  | { unreadable: { [name: string]: Json } };

/** She said no. */
export interface ConsentRefused {
  /** Who said so. */
  by: Expressed;
  /** The controller. */
  organisation_id: OrganisationId;
  /** The purpose. */
  purpose: Key;
}

/** She consented again. */
export interface ConsentRenewed {
  /** Who said so. */
  by: Expressed;
  /** What shows it: a commitment to its SHA-256 in the vault, for a digest of few words could be guessed. */
  evidence?: Commitment;
  /** Whether she said so in words or by a signature. */
  explicit?: boolean;
  /** The language in which the notice was read. */
  language: Language;
  /** How it was said. */
  method: Indication;
  /** The notice that was read. */
  notice: DocumentId;
  /** The controller. */
  organisation_id: OrganisationId;
  /** The purpose. */
  purpose: Key;
  /** What the decision read elsewhere. */
  relied_on: Reliance[];
  /** For how long. */
  valid: Validity;
}

/** May a person's data be processed for a purpose, and why? */
export interface ConsentRequest {
  /** As it was known when her stream had this version; as it is known now if absent. */
  as_known?: Seq | null;
  /** For which moment. */
  at: Timestamp;
  /** The controller. */
  organisation_id: OrganisationId;
  /**
   * Whether `at` is a past moment: then the times of what is on record decide. Without it `at` is what the clock participations now,
   * and whatever has ended something counts, however it is dated.
   */
  past?: boolean;
  /** Whose data, by the host's id. */
  person: HostId;
  /** The purpose. */
  purpose: Key;
}

/** She was asked. */
export interface ConsentRequested {
  /** The notice that went with it. */
  notice: DocumentId;
  /** The controller. */
  organisation_id: OrganisationId;
  /** The purpose. */
  purpose: Key;
  /** What the decision read elsewhere. */
  relied_on: Reliance[];
}

/** The controller ended her consent. */
export interface ConsentRevoked {
  /** The controller. */
  organisation_id: OrganisationId;
  /** The purpose. */
  purpose: Key;
  /** Why: a commitment to a text in the vault. */
  reason: Commitment;
  /** What the decision read elsewhere. */
  relied_on: Reliance[];
}

/** Her consent was used up once. */
export interface ConsentUsed {
  /** The controller. */
  organisation_id: OrganisationId;
  /** The purpose. */
  purpose: Key;
  /** What the decision read elsewhere. */
  relied_on: Reliance[];
  /** The gate that the use was set aside for. */
  requirement?: RequirementId;
}

/** The answer to a question about one purpose, with all that led to it. */
export interface ConsentView {
  /** Whether her data may be processed for it. */
  allowed: boolean;
  /** For which moment. */
  at: Timestamp;
  /** Why it is lawful; absent if nobody has published the purpose. */
  basis?: LawfulBasis;
  /** Whether she said so in words or by a signature. */
  explicit: boolean;
  /** Why, in a sentence. */
  message: string;
  /** The notice that was read. */
  notice?: DocumentId;
  /** The purpose. */
  purpose: PurposeRef;
  /** Why, for programs. */
  reason: ConsentReason;
  /** When it was said in another system, where it was brought over from there. */
  said_at?: Timestamp;
  /** The number of the event behind the state, in her stream. */
  seq?: Seq;
  /** Since when it is so. */
  since?: Timestamp;
  /** What became of her will. */
  state: State;
  /** Until when her consent holds, if it is bound to a time. */
  until?: Timestamp;
  /** How many uses are left, if they are counted. */
  uses?: number;
  /** What can be done about it now. */
  verbs: Verb[];
}

/** She took her consent back. */
export interface ConsentWithdrawn {
  /** Who said so. */
  by: Expressed;
  /** The controller. */
  organisation_id: OrganisationId;
  /** The purpose. */
  purpose: Key;
}

/** Stands in a replica in the place of an event that is nobody's business here. */
export interface ConsentWithheld {
  /** The id of that event. */
  event: EventId;
}

/** Everything that a person said about her data. */
export interface ConsentsRequest {
  /** For which moment. */
  at: Timestamp;
  /**
   * Whether `at` is a past moment: then the times of what is on record decide. Without it `at` is what the clock participations now,
   * and whatever has ended something counts, however it is dated.
   */
  past?: boolean;
  /** Who, by the host's id. */
  person: HostId;
}

/** Everything that a person said. */
export interface ConsentsView {
  /** By purpose. */
  consents: ConsentView[];
  /** Who. */
  person: PartyName;
  /** The version of her stream. */
  seq: Seq;
}

/** What a version of an asset is. */
export type Content =
  | { file: { media_type: MediaType; sha256: FileDigest; size: number } }
  | { held: { asset: Key; interlinker: Key } }
  | { link: { uri: Uri } };

/** A contribution was accepted. */
export interface ContributionAccepted {
  /** Which. */
  contribution: ContributionId;
  /** How much it was, if the reviewer said so. */
  level?: Level;
  /** What the decision read elsewhere. */
  relied_on?: Reliance[];
}

/** Somebody said that she did something on a task. */
export interface ContributionClaimed {
  /** On which asset. */
  asset?: AssetId;
  /** The assignment that it answers. */
  assignment?: AssignmentId;
  /**
   * The award of the task that stood already. Points go to all at once, so this claim brings some only if that award
   * is taken back and given anew.
   */
  awarded?: AwardId;
  /** Its id. */
  contribution: ContributionId;
  /** What was unmet, where the model only warns of it. */
  despite?: Unmet[];
  /** The task. */
  item: ItemId;
  /** Of which kind it is. */
  kind: ContributionKind;
  /** The organisation of the team. */
  organisation_id?: OrganisationId;
  /** What the decision read elsewhere. */
  relied_on?: Reliance[];
  /** The stakeholder kind in which she contributed. */
  stakeholder: StakeholderKind;
  /** The team that she contributed for. */
  team_id?: TeamId;
  /** What she did: a commitment to a text in the vault. */
  text: Commitment;
}

/** She whose contribution somebody else recorded participations that it is so. */
export interface ContributionConfirmed {
  /** Which. */
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
  /** Holding the work together. */
  | "management";

/** Somebody recorded what somebody else did. */
export interface ContributionRecorded {
  /** On which asset. */
  asset?: AssetId;
  /**
   * The award of the task that stood already. Points go to all at once, so this claim brings some only if that award
   * is taken back and given anew.
   */
  awarded?: AwardId;
  /** Its id. */
  contribution: ContributionId;
  /** What was unmet, where the model only warns of it. */
  despite?: Unmet[];
  /** The task. */
  item: ItemId;
  /** Of which kind it is. */
  kind: ContributionKind;
  /** The organisation of the team. */
  organisation_id?: OrganisationId;
  /** Who did it. */
  person_id: PersonId;
  /** What the decision read elsewhere. */
  relied_on?: Reliance[];
  /** The stakeholder kind in which she contributed. */
  stakeholder: StakeholderKind;
  /** The team that she contributed for. */
  team_id?: TeamId;
  /** What she did: a commitment to a text in the vault. */
  text: Commitment;
}

/** A contribution was returned. */
export interface ContributionReturned {
  /** Which. */
  contribution: ContributionId;
  /** Why: a commitment to a text in the vault. */
  reason: Commitment;
  /** What the decision read elsewhere. */
  relied_on?: Reliance[];
}

/** How far a contribution has come. */
export type ContributionStage =
  /** It waits for review. */
  | "claimed"
  /** It was taken back. */
  | "withdrawn"
  /** It was accepted. */
  | "accepted"
  /** It was returned. */
  | "returned";

/** A contribution. */
export interface ContributionView {
  /**
   * The award of its task that stood when it was claimed, while that stands. Points go to all at once: this claim brings some
   * only if that award is taken back and given anew.
   */
  after_award?: AwardId;
  /** On which asset, if on one. */
  asset?: AssetId;
  /** The assignment that it answers. */
  assignment?: AssignmentId;
  /** When it was claimed. */
  at: Timestamp;
  /** Who did it. */
  by: PartyName;
  /** Of what somebody else recorded: when she confirmed it; absent as long as she did not. */
  confirmed?: Timestamp;
  /** Its id. */
  contribution: ContributionId;
  /** The task. */
  item: ItemId;
  /** Of which kind it is. */
  kind: ContributionKind;
  /** How much it was, if the reviewer said so. */
  level?: Level;
  /** Why it was returned. */
  reason?: string;
  /** Who recorded it, where that was somebody else. */
  recorded_by?: PartyName;
  /** Who reviewed it. */
  reviewer?: PartyName;
  /** How far it has come. */
  stage: ContributionStage;
  /** The stakeholder kind in which she did. */
  stakeholder: StakeholderKind;
  /** The team that she did it for. */
  team?: PartyName;
  /** What she did; absent if the text was erased. */
  text?: string;
}

/** A claim was taken back. */
export interface ContributionWithdrawn {
  /** Which. */
  contribution: ContributionId;
}

/** A country (ISO 3166-1 alpha-2). */
export type Country = string;

/**
 * Creates a process under a governance model, empty or from a template.
 *
 * Whoever asks receives the model's founder role, if the model opens it to her stakeholder kind.
 */
export interface CreateProcess {
  /**
   * The organisation in whose name it is created, which makes the founder of its stakeholder kind.
   * Without one she acts for herself, as a citizen.
   */
  acting_for?: HostId | null;
  /** The catalogue it takes interlinkers from, by the SHA-256 of its canonical JSON. */
  catalogue?: DocumentId | null;
  /** What it is about. */
  description?: Localized | null;
  /** The governance model it runs under, by the SHA-256 of its canonical JSON. */
  governance: DocumentId;
  /** The language it is read in where no other is asked for. */
  language: Language;
  /** Its name. */
  name: Localized;
  /** The template it is made from, by the SHA-256 of its canonical JSON. */
  template?: DocumentId | null;
}

/** Creates a team in the organisation; whoever asks leads it. */
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
  /** Which. */
  category: DataTerm;
  /**
   * Whether it is about criminal convictions and offences (Art. 10). What the vocabulary counts among them is; here
   * more can be.
   */
  criminal?: boolean;
  /** Whether it must be there. */
  necessity: Necessity;
  /**
   * Whether it belongs to the special categories of Art. 9. What the vocabulary counts among them does; here more
   * can.
   */
  special?: boolean;
}

/** A kind of personal data of the Data Privacy Vocabulary 2.3, by name or IRI. */
export type DataTerm = string;

/** A day of the calendar. */
export type Date = string;

/** Her birthday was recorded. */
export interface DateOfBirthRecorded {
  /** The day: a commitment to a text in the vault. */
  date_of_birth: Commitment;
  /** What shows it: a commitment to its SHA-256 in the vault, for a digest of few words could be guessed. */
  evidence?: Commitment;
  /** The public administration in whose name an official recorded it; none where she said it herself. */
  organisation_id?: OrganisationId;
  /** What the decision read elsewhere. */
  relied_on?: Reliance[];
}

/** Decides an objection, in the name of the controller: it stands, unless compelling grounds are shown. */
export interface DecideObjection {
  /** Whose objection. */
  data_subject?: HostId | null;
  /** The compelling legitimate grounds that override hers; none where the objection stands. Kept in the vault. */
  grounds?: Remark | null;
  /** The controller. */
  organisation: HostId;
  /** The purpose. */
  purpose: Key;
}

/** Declines a request to take part. Needs `role.grant` on the process. */
export interface DeclineParticipation {
  /** Why. Kept in the vault, as a text about whoever asked. */
  reason: Remark;
  /** Which request. */
  request: ParticipationId;
}

/** A command that is to be given: its type and its data. */
export interface Deed {
  /** The data, as the command takes them. */
  data: { [name: string]: Json };
  type: DeedName;
}

/** The type of a command that others can stand behind. */
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

/** Puts the decision off. */
export interface DeferConsent {
  /** Whose decision, if not the actor's own. */
  data_subject?: HostId | null;
  /** The controller. */
  organisation: HostId;
  /** The purpose. */
  purpose: Key;
}

/** Deletes an asset. That it was there stays on record. Needs `asset.delete` on its task. */
export interface DeleteAsset {
  /** The asset. */
  asset: AssetId;
  /** Why. Kept in the vault, as a text by the actor. */
  reason?: Remark | null;
}

/** That an asset was deleted. */
export interface DeletionView {
  /** When. */
  at: Timestamp;
  /** By whom. */
  by: PartyName;
  /** Why; absent if nothing was said or the text was erased. */
  reason?: string;
}

/** What an asset was made from. */
export interface Derivation {
  /** The asset. */
  asset: AssetId;
  /** The process that it belongs to, if that is another one. */
  process?: ProcessId;
  /** Which version of it, from 1. */
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

/**
 * Disables an item with everything below it. Nothing is lost. Needs `item.disable`.
 *
 * Where work waits for it and need not wait any longer then, that passes a gate: it needs `prerequisite.waive` there too,
 * the approvals that the model asks for, and a reason.
 */
export interface DisableItem {
  /** The item. */
  item: ItemId;
  /** Why. Needed where it passes a gate. Kept in the vault, as a text by the actor. */
  reason?: Remark | null;
}

/**
 * Those who speak for her differed about a purpose, and a public administration decided: what they said no longer
 * stands in each other's way.
 */
export interface DisagreementSettled {
  /** The decision: a commitment to its SHA-256 in the vault. */
  evidence: Commitment;
  /** The public administration in whose name an official recorded it. */
  office: OrganisationId;
  /** The controller. */
  organisation_id: OrganisationId;
  /** The purpose. */
  purpose: Key;
  /** What the decision read elsewhere. */
  relied_on: Reliance[];
}

/** Ends a person's administration. The last administrator stays. */
export interface DismissAdministrator {
  /** The host's id of the person. */
  person: HostId;
}

/** Ends a person's time as an operator: by an operator, or by the host in its own name. The last operator stays. */
export interface DismissOperator {
  /** The host's id of the person. */
  person: HostId;
}

/**
 * Ends a representation, whatever it was about: by the representative, who lays it down; by an official who has seen
 * what shows it; or by herself, as far as she chose it.
 */
export interface DismissRepresentative {
  /** The organisation in whose name an official records it. */
  acting_for?: HostId | null;
  /** Whom she spoke for, if not the actor. */
  data_subject?: HostId | null;
  /** The SHA-256 of what shows it; an official needs it. */
  evidence?: FileDigest | null;
  /** Who no longer speaks for her. */
  representative: HostId;
}

/** A document, known by the SHA-256 of its canonical JSON. */
export type Document = ModelDocument | TemplateDocument | CatalogueDocument | PublicationDocument | ImportDocument | NoticeDocument;

/** 32 bytes as lower-case hexadecimal. */
export type DocumentId = Id<"DocumentId">;

/** A document, known by the SHA-256 of its canonical JSON. */
export type DocumentInput =
  | ModelDocument
  | TemplateDocumentInput
  | CatalogueDocument
  | PublicationDocumentInput
  | ImportDocumentInput
  | NoticeDocumentInput;

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

/** Changes what is said of an asset. What is absent stays as it is. Needs `asset.edit` on its task. */
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

/** Changes an item. What is absent stays as it is. Needs `item.edit`. */
export interface EditItem {
  /** Whether the service is delivered in it; for phases only. */
  codelivery?: boolean | null;
  /** The new description, in all its languages. */
  description?: Localized | null;
  /** The item. */
  item: ItemId;
  /** The new name, in all its languages. */
  name?: Localized | null;
  /** The problem profiles that it has from now on. */
  problem_profiles?: Key[] | null;
}

/** Changes an organisation's name or who may create teams. */
export interface EditOrganisation {
  /** The new name. */
  name?: Localized | null;
  /** Who may create teams from now on. */
  team_creation?: TeamPolicy | null;
}

/** Changes what the process says of itself. Needs `process.edit`. */
export interface EditProcess {
  /** The new description. */
  description?: Localized | null;
  /** The language it is read in from now on where no other is asked for. */
  language?: Language | null;
  /** The new name. */
  name?: Localized | null;
}

/** Renames a team. Needs to lead it or to administer the organisation. */
export interface EditTeam {
  /** Its new name. Public: it must not be the name of a private person. */
  name: Localized;
  /** The host's id of the team. */
  team: HostId;
}

/**
 * The difference that a new model makes. Whoever changes the rules of a process in which work has begun must
 * declare it in full, so that no rule changes unnoticed.
 */
export interface Effect {
  /** Approvals that are asked for from now on. */
  approvals_added?: ApprovalRule[];
  /** Approvals that are asked for no longer. */
  approvals_removed?: ApprovalRule[];
  /**
   * Acts that are held back less than before: fewer must stand behind them, or for `prerequisite.waive` less is waited for.
   * Adopting the model takes, for each of them, the approvals that the old model asks for.
   */
  eased?: PermissionSet;
  /** Grants that end, because their role is gone or closed to the holder's kind. */
  grants_ended?: GrantId[];
  /** Stakeholder kinds that may hold a role from now on. */
  holders_added?: { [name: string]: StakeholderKind[] };
  /** Stakeholder kinds that may hold a role no longer. */
  holders_removed?: { [name: string]: StakeholderKind[] };
  /** Permissions that a role gains. */
  permissions_added?: { [name: string]: PermissionSet };
  /** Permissions that a role loses. */
  permissions_removed?: { [name: string]: PermissionSet };
  /** How prerequisites are treated from now on, if that changes. */
  prerequisites?: PrerequisitePolicy;
  /** Roles that are new. */
  roles_added?: Key[];
  /** Roles that are gone. */
  roles_removed?: Key[];
}

/** Enables an item again, and what below it was not disabled itself. Needs `item.disable`. */
export interface EnableItem {
  /** The item. */
  item: ItemId;
}

/** Whether a kind of prerequisite holds work back or is only pointed out. */
export type Enforcement =
  /** Work cannot begin until the prerequisite is met or its gate is passed. */
  | "enforced"
  /** Work can begin; the record says what was unmet. */
  | "warned";

/**
 * Which organisation of the record somebody in a notice is. Nobody who belongs to one that a notice names agrees to what it
 * says for another person.
 */
export type Enrolled = "outside" | { as: OrganisationId };

/** 16 bytes as lower-case hexadecimal. */
export type Entropy = string;

/** One line of an award. */
export interface EntryView {
  /** For which kind of contribution. */
  kind: ContributionKind;
  /** How much it was. */
  level: Level;
  /** Who. */
  person: PartyName;
  /** How many points. */
  points: number;
}

/**
 * Erases the person (GDPR Art. 17): her tie to the host's id, and every text about her.
 *
 * For herself, everywhere. Or for an organisation that the actor administers and that has to do with her, with a
 * reason: then what that organisation holds, and her tie once nobody else has to do with her.
 */
export interface ErasePerson {
  /** The organisation that does it for her; nothing where she does it herself. */
  acting_for?: HostId | null;
  /** Why, where somebody else does it. Kept in the vault, as a text by the actor; it must not name her. */
  reason?: Remark | null;
}

/** Says how hard a task is. Needs `item.edit` there. */
export interface EstimateTask {
  /** In each kind of contribution. */
  complexity: Complexity;
  /** The task. */
  item: ItemId;
}

/** One fact in the journal, in its envelope of version 1. */
export type Event = { actor: PersonId; at: Timestamp; command: CommandId; corrected_from?: Timestamp; id: EventId; made_at?: Timestamp; on_behalf_of?: PersonId; prev?: EventId; redacted?: EventId; salt?: Salt; seq: Seq; stream: StreamId; v: 1 } & (
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

/** Why a text is kept although whom it is about is erased (GDPR Art. 17(3)). */
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

/** What a command led to. */
export interface ExecutedView {
  /** The events, in order. */
  events: Event[];
  /** Whether the command had come before. */
  repeated: boolean;
  /**
   * After an erasure, or where a text was put right: whether what went is physically gone from the store. If not, the store removes it as
   * soon as nobody reads an older state any more.
   */
  scrubbed?: boolean;
  /** The stream's version after them. */
  seq: Seq;
  /** The stream. */
  stream: StreamId;
}

/** An event that is known to belong to a stream. */
export interface ExpectedHead {
  /** Its id. */
  id: EventId;
  /** Its number. */
  seq: Seq;
}

/** Notes, in the name of the controller, that what a consent was tied to has come. */
export interface ExpireConsent {
  /** Whose consent. */
  data_subject?: HostId | null;
  /** What has come: the event that the consent names. */
  event: Key;
  /** The controller. */
  organisation: HostId;
  /** The purpose. */
  purpose: Key;
}

/** A reason with its sentence. */
export interface Explained {
  /** The stable code of the reason. */
  code: Code;
  /** What it says, for programs. */
  facts: Reason;
  /** The language of the message, where one was asked for: not always that one. */
  language?: Language;
  /** What it says, for people. */
  message: string;
}

/** The answer to a question with all that led to it. */
export interface Explanation {
  /** Yes or no. */
  allowed: boolean;
  /** For which moment. */
  at: Timestamp;
  /** On which item; the process as a whole if absent. */
  item?: ItemId;
  /** What was asked about. */
  permission: Permission;
  /** For a yes, whose word it rests on; for a no, everything that stands against it. */
  reasons: Explained[];
  /** What is unmet and only warned of. */
  warnings?: Explained[];
}

/** Who expressed somebody's will. */
export type Expressed = "data_subject" | "representative" | { official: OrganisationId };

/** Takes two months more, in the name of the controller, within the first (Art. 12(3)). */
export interface ExtendSubjectRequest {
  /** Why, as she is told. Kept in the vault. */
  reason: Remark;
  /** The request. */
  request: SubjectRequestId;
}

/** What an appointment is for, as the record says it. */
export type Extent = "everything" | { only: SubjectMatter[] };

/** What an appointment is for, as a command says it. There is no default: whoever appoints says so. */
export type ExtentRef = "everything" | { only: SubjectMatterRef[] };

/** What a reason says, for programs. */
export interface FactsView {
  /** How many. */
  count?: number;
  /** Which day. */
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

/** A figure that says something of what was reached. The value is a text, so that it stays exact. */
export interface Figure {
  /** What it counts as. */
  category?: string;
  /** What is measured. */
  name: Localized;
  /** In which unit. */
  unit?: string;
  /** How much. */
  value: string;
}

/** 32 bytes as lower-case hexadecimal. */
export type FileDigest = string;

/** Something that speaks for a model or a template. */
export interface FitReasonView {
  /** What was answered. */
  answer: Key;
  /** Why it speaks for it. */
  because: ReadText;
  /** To which question. */
  question: Key;
}

/** A model or a template, with what speaks for it. */
export interface FitView {
  /** The document, if it comes with the library. */
  document?: DocumentId;
  /** Its name for programs. */
  id: Key;
  /** Its name for people. */
  name?: ReadText;
  /** How much speaks for it. */
  weight: number;
  /** What speaks for it, answer by answer. */
  why: FitReasonView[];
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
  /** Which one. */
  interlinker: Key;
  /** What it is. */
  kind: InterlinkerKind;
  /** Its name. */
  name: ReadText;
}

/** Interlinkers that were found. */
export interface FoundView {
  /** The best first. */
  interlinkers: Found[];
}

/** Something that a notice does not say, or must not. */
export interface Gap {
  /** The article that asks for it. */
  article: string;
  /** What it is. */
  message: string;
  /** Where it would stand: a JSON Pointer. */
  path: string;
}

/**
 * Stands behind an act of somebody else before it happens, where the governance model asks for it.
 *
 * Only a holder of a role that the model names for the act, on the item's scope, can, and only in a role
 * that somebody else gave her. It is for the command that was asked about, word for word, while that which it is
 * about stays as it was then, and counts while she holds the role without a break.
 */
export interface GiveApproval {
  /** What was asked: the id of the `approval.asked`. */
  request: ApprovalId;
}

/** Consents to one purpose, under the notice that is in force. */
export interface GiveConsent {
  /** The organisation in whose name an official records it. */
  acting_for?: HostId | null;
  /** Whose consent, if not the actor's own. */
  data_subject?: HostId | null;
  /** The SHA-256 of what she signed or of the minutes; an official needs it. */
  evidence?: FileDigest | null;
  /** Whether she said so in words or by a signature; special categories of data need it. */
  explicit?: boolean;
  /** The language in which she read the notice. */
  language: Language;
  /** How she said it. */
  method: Indication;
  /** The notice that she read: the SHA-256 of its canonical JSON. */
  notice: DocumentId;
  /** The controller. */
  organisation: HostId;
  /** The purpose. */
  purpose: Key;
  /**
   * When she gave it elsewhere, where an official brings it over from another system or from paper. It counts from
   * when it is recorded here, for no longer than it would have counted there, and not against anything that she
   * said since.
   */
  said_at?: Timestamp | null;
  /** For how long. */
  valid: Validity;
}

/** Rates something, or changes what the actor said of it before. */
export interface GiveRating {
  /** What. */
  rated: Rated;
  /** Where she found it: the catalogue, or the publication, by the SHA-256 of its canonical JSON. */
  seen_in: DocumentId;
  /** How helpful it was, from 0 to 5. */
  stars: Stars;
  /** Why, in her own words. Kept in the vault, as a text about her; whoever reads the ratings reads it, without her name. */
  text?: Remark | null;
}

/** The process came under another governance model. */
export interface GovernanceAdopted {
  /** What the change did. */
  effect: Effect;
  /** The model. */
  model: DocumentId;
  /** Why: a commitment to a text in the vault. */
  reason: Commitment;
  /** What the decision read elsewhere. */
  relied_on?: Reliance[];
}

/** 16 bytes as lower-case hexadecimal. */
export type GrantId = Id<"GrantId">;

/**
 * Gives a party a role on the process or on an item and all below it.
 *
 * Needs `role.grant` there. Nobody gives what she does not hold: who is no administrator can only
 * grant roles whose every permission she has there herself.
 */
export interface GrantRole {
  /**
   * The organisation in whose name a person will act, which makes her of its stakeholder kind.
   * Without one she acts for herself, as a citizen. Not for teams, which have a kind of their own.
   */
  acting_for?: HostId | null;
  /** From when; from the command's time if absent. */
  from?: Timestamp | null;
  /** To whom. */
  holder: HolderRef;
  /** On which item; on the whole process if absent. */
  item?: ItemId | null;
  /** Which role of the governance model. */
  role: Key;
  /** Until when; without end if absent. */
  until?: Timestamp | null;
}

/** A grant. */
export interface GrantView {
  /** When it was ended before that. */
  ended?: Timestamp;
  /** Its id. */
  grant: GrantId;
  /** Who gave it. */
  granted_by: PartyName;
  /** Who holds it. */
  holder: PartyName;
  /** Whether it holds at the moment asked about. */
  holds: boolean;
  /** The item it holds on and below; the whole process if absent. */
  item?: ItemId;
  /** The stakeholder kind in which it is held. */
  kind: StakeholderKind;
  /** The organisation in whose name it is held: it rests while the holder does not belong there. */
  organisation_id?: OrganisationId;
  /** The role. */
  role: Key;
  /** From when until when it was meant. */
  window: Window;
}

/** A grant as it is spoken of in a reason. */
export interface GrantWord {
  /** The grant. */
  grant: GrantId;
  /** The item it holds on and below; the whole process if absent. */
  item?: ItemId;
  /** Its role. */
  role: Key;
  /** The team that holds it; the person herself if absent. */
  team_id?: TeamId;
}

/** What kind of step it is; the groups come in the order of the ranking. */
export type Group =
  /** A decision that others wait for. */
  | "decision"
  /** What a controller, or whoever administers, owes by law. */
  | "duty"
  /** A task that the person is asked to do, can do now, and that is late. */
  | "overdue"
  /** Any other act that is possible now. */
  | "possible"
  /** What the person may do but cannot yet. */
  | "blocked"
  /** What a process lacks before work can go on well. */
  | "set_up";

/** Which governance model and template fit. */
export interface GuideRequest {
  /** The answers so far, by question; the answer to an empty request has the questions. */
  answers?: { [name: string]: Key };
  /** In which language; in English if absent. */
  language?: Language | null;
}

/** What fits. */
export interface GuideView {
  /** Governance models that something speaks for, the best first. */
  models: FitView[];
  /** The questions that have no answer yet. */
  questions: QuestionView[];
  /** Templates of the official catalogue that something speaks for, by their ids there, the best first. */
  templates: FitView[];
  /** Answers that no question has: they say nothing. */
  unknown: Key[];
}

/** A text about her, or by her. */
export interface Held {
  /** What the record holds in its place. */
  commitment: Commitment;
  /** The text. */
  text: string;
}

/** The party that holds a grant or is held by a restriction. */
export type Holder = { person: PersonId } | { team: { organisation_id: OrganisationId; team_id: TeamId } };

/** The party that a role is given to or permissions are taken from, by the host's id. */
export type HolderRef = { person: HostId } | { team: HostId };

/** Where a stream is at home. */
export type Home =
  /** Where the bundle comes from: here it is a replica. */
  | "elsewhere"
  /** In this store, by the host's word. */
  | "here";

/** The id by which the host knows a party. */
export type HostId = string;

/** An asset as the other system had it. */
export interface ImportAsset {
  /** When it was made, as the other system says. That is its word, and no time of this record. */
  claimed_created?: Timestamp;
  /** What it is; absent if the model has no place for it, and it is only carried. */
  content?: Content;
  /** Its id there. */
  id: Key;
  /** The knowledge resource that it was made from, as the other system knows it. */
  interlinker?: Key;
  /** The key of the task it lies on. */
  item: Key;
  /** Under what licence it may be used. */
  licence?: Licence;
  /** What it is called. */
  title: Localized;
}

/** Takes a bundle in, on the word of the host. */
export interface ImportBundleRequest {
  /** When it is taken in. Without it, the store's clock participations so, or else the bundle. */
  at?: Timestamp | null;
  /** The bundle, as it was exported. */
  bundle: string;
  /**
   * Streams that are at home where the bundle comes from, although they are of people who are known here, are at home
   * here so far, or came from another source.
   */
  homes?: StreamId[];
  /** What the host calls the place that the bundle comes from: a system, nobody's name. */
  source?: Key | null;
  /** Streams of the bundle that are at home here from now on. */
  take_over?: StreamId[];
}

/** An import as it is written. Fields stand in canonical order. */
export interface ImportDocument {
  /** Which of the people administered it, counted from 0. */
  administrators?: number[];
  /** Its assets, in order. */
  assets?: ImportAsset[];
  /** What the other system's format has and the model has not. */
  carried?: Carried[];
  /** What the process is about. */
  description?: Localized;
  /** Says what kind of document this is. */
  document: ImportMark;
  /** The files that came along. */
  files?: ImportFile[];
  /** The process's id there. */
  id: Key;
  /** The language it is read in where no other is asked for. */
  language: Language;
  /** Its name. */
  name: Localized;
  /** How many people it speaks of. */
  people: number;
  /** Where it speaks of whom. */
  places?: ImportPlace[];
  /** How far its items had come, where they had. */
  statuses?: ImportStatus[];
  /** Its plan, if it had any. */
  template?: TemplateDocument;
}

/** An import as it is written. Fields stand in canonical order. */
export interface ImportDocumentInput {
  /** Which of the people administered it, counted from 0. */
  administrators?: number[];
  /** Its assets, in order. */
  assets?: ImportAsset[];
  /** What the other system's format has and the model has not. */
  carried?: Carried[];
  /** What the process is about. */
  description?: Localized | null;
  /** Says what kind of document this is. */
  document: ImportMark;
  /** The files that came along. */
  files?: ImportFile[];
  /** The process's id there. */
  id: Key;
  /** The language it is read in where no other is asked for. */
  language: Language;
  /** Its name. */
  name: Localized;
  /** How many people it speaks of. */
  people: number;
  /** Where it speaks of whom. */
  places?: ImportPlace[];
  /** How far its items had come, where they had. */
  statuses?: ImportStatus[];
  /** Its plan, if it had any. */
  template?: TemplateDocumentInput | null;
}

/** A file that came along. Its bytes stay with the host. */
export interface ImportFile {
  /** The asset that it belongs to. */
  asset?: Key;
  /** Its path, with `/` between the parts. */
  path: string;
  /** SHA-256 of the bytes. */
  sha256: FileDigest;
  /** How many bytes. */
  size: number;
}

/** The word `import`. */
export type ImportMark =
  /** This document is an import. */
  | "import";

/** Who is meant by one of the people that an import speaks of. */
export interface ImportPerson {
  /** The organisation for which she administers the process; without one she does as a citizen. */
  acting_for?: HostId | null;
  /** By which id the host knows her. */
  host_id: HostId;
  /** How the other system names her, if that is not the host's id. Kept in the vault, as a text about her. */
  named?: HostId | null;
}

/** Where the other system named somebody. */
export interface ImportPlace {
  /** Which of the people, counted from 0. */
  person: number;
  /** Where, as a JSON Pointer (RFC 6901). */
  pointer: string;
}

/**
 * Creates a process as another system had it: its plan and how far that had come, its assets, and who
 * administered it. All of it or nothing. Needs what creating needs.
 */
export interface ImportProcess {
  /** The organisation in whose name it is created. Without one she acts for herself, as a citizen. */
  acting_for?: HostId | null;
  /** The catalogue it takes interlinkers from, by the SHA-256 of its canonical JSON. */
  catalogue?: DocumentId | null;
  /** The governance model it runs under, by the SHA-256 of its canonical JSON. */
  governance: DocumentId;
  /** What the other system handed over, by the SHA-256 of its canonical JSON. */
  import: DocumentId;
  /** Who is meant by each of the people that it speaks of, in their order. */
  people?: ImportPerson[];
}

/** How far an item had come. */
export interface ImportStatus {
  /** When the task was finished, as the other system says. That is its word, and no time of this record. */
  claimed_finished?: Timestamp;
  /** When work on the task began, as the other system says. */
  claimed_started?: Timestamp;
  /** Whether it was disabled. */
  disabled?: boolean;
  /** The item's key. */
  item: Key;
  /** The task's status. A parent's follows from its children. */
  status?: Status;
}

/** What an import has brought. */
export interface Imported {
  /** How many events that were withheld here it tells, so that they are known from now on. */
  disclosed: number;
  /** Who was erased where she is at home, and is by this import erased here. */
  erased: PersonId[];
  /** How many of the bundle's events are new here. */
  events: number;
  /** As of when the bundle knows what is in it. */
  exported_at: Timestamp;
  /** The process. */
  process: ProcessId;
  /**
   * After an erasure or a redaction, or where a text was put right: whether what was there is physically gone as well. If not,
   * the store removes it as soon as it can.
   */
  scrubbed?: boolean;
  /** What the host calls the place that it came from. */
  source: Key;
  /** The streams of the bundle, each verified: its events follow from each other. Who wrote them, nothing in them proves. */
  streams: Verified[];
  /** Those of them that are at home here from now on. */
  taken_over: StreamId[];
  /** Those of them that were taken on trust, as replicas of what is at home elsewhere. */
  trusted: StreamId[];
  /** How many of its events are withheld: of those there is only the id. */
  withheld: number;
}

/** One of the people that an import speaks of. */
export interface ImportedPerson {
  /** How the other system names her: a commitment to a text in the vault. */
  named: Commitment;
  /** Who. */
  person_id: PersonId;
}

/** How somebody expressed her will. */
export type Indication =
  /** In a form on a screen, where nothing was ticked before. */
  | "form"
  /** On paper. */
  | "paper"
  /** Before an official. */
  | "in_person";

/** How the host reaches a piece of software that it runs. Kept as data; nothing here is ever followed. */
export interface Integration {
  /** The path of its programming interface. */
  api_path?: string;
  /** How it learns who its user is. */
  auth_method?: AuthMethod;
  /** What it can do, with the texts it shows for that. */
  capabilities?: { [name: string]: Localized | null };
  /** Its domain, where it is not the host's. */
  domain?: string;
  /** Its path at that domain. */
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

/** The list that the official files have, or the one object that the official JSON Schema asks for. */
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

/** An entry of a catalogue. Fields stand in canonical order. */
export interface Interlinker {
  /** What only its kind has. */
  body: InterlinkerBody;
  /** What keeps it from being used everywhere. */
  constraints?: Localized;
  /** What it is. */
  description?: Localized;
  /** How hard it is to use. */
  difficulty?: Difficulty;
  /** The field it is for. */
  domain?: string;
  /** The installations that it is meant for, where it is not meant for all. */
  environments?: string[];
  /** Its shape. */
  form?: Form;
  /** Its format. */
  format?: Format;
  /** Its name for programs, unique in the catalogue. */
  id: Key;
  /** How to use it: a text, a file or a link, per language. */
  instructions?: { [name: string]: string };
  /** The languages that it is offered in. */
  languages?: Language[];
  /** Under what class of licence it may be used. */
  licence?: LicenceClass;
  /** The file of its picture. */
  logotype?: string;
  /** Its name for people. */
  name: Localized;
  /** What it is, in a line. */
  overview?: Localized;
  /** The problem profiles that it answers. */
  problem_profiles?: Key[];
  /** The process it is for. */
  process?: string;
  /** What it complies with. */
  regulations?: Localized;
  /** Where it applies. */
  scopes?: Scope[];
  /** What it does for a service. */
  services?: Service[];
  /** Whether it has to do with sustaining a service. */
  sustainability?: boolean;
  /** Words to find it by, per language. */
  tags?: { [name: string]: string[] };
  /** Whom it is for. */
  targets?: Target[];
}

/** What one kind of interlinker has that the others have not. */
export type InterlinkerBody =
  | { knowledge: { files?: { [name: string]: string }; host?: Key } }
  | { external_knowledge: { asset_name?: Localized; uris?: { [name: string]: string } } }
  | { software: { deployment_manual?: string; developer_manual?: string; integration?: Integration; internationalised?: boolean; responsive?: boolean; supported_by?: Supporter[]; user_manual?: string } }
  | { external_software: { asset_name?: Localized; uris?: { [name: string]: string } } };

/** What an interlinker is. */
export type InterlinkerKind =
  /** A resource that is copied and filled in: a template, a canvas, a guide. */
  | "knowledge"
  /** A resource that lies elsewhere and is linked. */
  | "external_knowledge"
  /** A program that the host runs, and that keeps assets for tasks. */
  | "software"
  /** A program that others run. */
  | "external_software";

/**
 * How much an interlinker is used in a process: by the assets that were made from it and those that it holds, also where they
 * were deleted since.
 */
export interface InterlinkerUse {
  /** How many assets. */
  assets: number;
  /** When the first of them was added. */
  first: Timestamp;
  /** Which interlinker. */
  interlinker: Key;
  /** When the last of them was added. */
  last: Timestamp;
  /** How many were added in each month in which any was, the first first. */
  months: MonthUse[];
  /** The process. */
  process: ProcessId;
  /** On how many tasks they lie. */
  tasks: number;
}

/** Notes, in the name of the controller, that an authority found a consent invalid. */
export interface InvalidateConsent {
  /** Whose consent. */
  data_subject?: HostId | null;
  /** What the authority decided, and where that can be read. Kept in the vault. */
  decision: Remark;
  /** The SHA-256 of the decision. */
  evidence?: FileDigest | null;
  /** From when on it was invalid; not after the command's time. */
  from: Timestamp;
  /** The controller. */
  organisation: HostId;
  /** The purpose. */
  purpose: Key;
  /**
   * The consents that began before this are invalid, all of them; only the one that held at `from`, or began first
   * after it, if absent.
   */
  until?: Timestamp | null;
}

/** An item was added by hand. */
export interface ItemAdded {
  /** The sibling it came before; it came last if absent. */
  before?: ItemId;
  /** Whether the service is delivered in it. */
  codelivery?: boolean;
  /** What it is about. */
  description?: Localized;
  /** Its id. */
  item: ItemId;
  /** What it is. */
  kind: ItemKind;
  /** Its name. */
  name: Localized;
  /** What it lies in. */
  parent?: ItemId;
  /** The problem profiles that it has. */
  problem_profiles?: Key[];
  /** What the decision read elsewhere. */
  relied_on?: Reliance[];
}

/** An item was disabled with everything below it. */
export interface ItemDisabled {
  /** The item. */
  item: ItemId;
  /** What was waited for, enforced, and is not waited for any more. */
  prerequisites_waived?: Unmet[];
  /** Why: a commitment to a text in the vault. */
  reason?: Commitment;
  /** What the decision read elsewhere. */
  relied_on?: Reliance[];
}

/** An item was changed; what is absent stayed as it was. */
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
  /** What the decision read elsewhere. */
  relied_on?: Reliance[];
}

/** An item was enabled again. */
export interface ItemEnabled {
  /** The item. */
  item: ItemId;
  /** What the decision read elsewhere. */
  relied_on?: Reliance[];
}

/** 16 bytes as lower-case hexadecimal. */
export type ItemId = Id<"ItemId">;

/** What an item is. */
export type ItemKind =
  /** A stretch of the process; holds objectives. */
  | "phase"
  /** Something to be reached; holds tasks. */
  | "objective"
  /** Something to be done. */
  | "task";

/** An item was moved among its siblings, or to another parent. */
export interface ItemMoved {
  /** The sibling it came before; it came last if absent. */
  before?: ItemId;
  /** The item. */
  item: ItemId;
  /** What it lies in from now on; absent if that is what it lay in before. */
  parent?: ItemId;
  /** What was waited for, enforced, and is not waited for any more. */
  prerequisites_waived?: Unmet[];
  /** Why: a commitment to a text in the vault. */
  reason?: Commitment;
  /** What the decision read elsewhere. */
  relied_on?: Reliance[];
}

/** What a party may do on one item. */
export interface ItemPermissions {
  /** The item. */
  item: ItemId;
  /** What she may do there now. */
  permissions: PermissionSet;
}

/** A task was planned. */
export interface ItemScheduled {
  /** The last day. */
  end?: Date;
  /** The task. */
  item: ItemId;
  /** What the decision read elsewhere. */
  relied_on?: Reliance[];
  /** The first day. */
  start?: Date;
}

/** An item and all below it. */
export interface ItemView {
  /** Whether something enforced holds work back here. */
  blocked: boolean;
  /** What lies in it, in order. */
  children?: ItemView[];
  /** When it was finished, as that system says. */
  claimed_finished?: Timestamp;
  /** When work on it began, as the system says that it was brought from; no time of this record. */
  claimed_started?: Timestamp;
  /** Whether the service is delivered in it. */
  codelivery?: boolean;
  /** What it is about. */
  description?: ReadText;
  /** Whether neither it nor anything above it is disabled. */
  enabled: boolean;
  /** The last day it is planned for. */
  end?: Date;
  /** Its id. */
  item: ItemId;
  /** Its key in the template. */
  key?: Key;
  /** What it is. */
  kind: ItemKind;
  /** Its name. */
  name: ReadText;
  /** The problem profiles that it has. */
  problem_profiles?: Key[];
  /** How far it is, in whole percent. */
  progress: number;
  /** The first day it is planned for. */
  start?: Date;
  /** How far it is. */
  status: Status;
  /** What it waits for itself. */
  waits_for?: Wait[];
}

/**
 * Keeps a text about her when she is erased, in the name of the controller that holds it and whom a law asks for it
 * (Art. 17(3)), for thirty years at most.
 * Her tie to the host's id goes nevertheless. Later times take the place of earlier ones, and what is said later of
 * whether it is kept attributably.
 */
export interface KeepText {
  /**
   * Whether it stays known to this controller whose text it is: for legal claims alone, and not while her request to be
   * erased is open. The tie is sealed when she is erased, and used for nothing else.
   */
  attributed?: boolean;
  /** Which of the exceptions it is. */
  exception: Exception;
  /** Which law. It is public. */
  law: Localized;
  /** The controller, by the host's id. */
  organisation: HostId;
  /** Which text, by what the record holds in its place. */
  text: Commitment;
  /** Until when. */
  until: Timestamp;
}

/** Where data are kept: Art. 30(1)(e) where that is outside the European Economic Area. */
export interface Kept {
  /** The countries. */
  places: Country[];
  /** The ground of the transfer. */
  transfer?: TransferView;
}

/** A text that is kept although whom it is about is erased, or would be (Art. 17(3)). */
export interface KeptView {
  /** Whether it stays known to that organisation whose text it is. */
  attributed: boolean;
  /** Which of the exceptions it is. */
  exception: Exception;
  /** Which law, in the languages that it was named in. */
  law: Localized;
  /** By whom. */
  organisation_id: OrganisationId;
  /** Whether its time is over and it is still there: then she is to be erased again. */
  over: boolean;
  /** Whom it is about. */
  person: PartyName;
  /** Which text, by what the record holds in its place. */
  text: Commitment;
  /** Until when. */
  until: Timestamp;
}

/** The name of a part of a document. */
export type Key = string;

/** A BCP 47 language tag. */
export type Language = string;

/** A message catalogue is spoken by. */
export interface LanguageView {
  /** Its language. */
  language: Language;
}

/**
 * Why data may be processed: the six bases of GDPR Art. 6(1). A purpose has exactly one here, although the law says
 * “at least one”, so that it is always clear which rights and which verb apply.
 */
export type LawfulBasis =
  /** She consented: Art. 6(1)(a). */
  | "consent"
  /** A contract with her needs it: Art. 6(1)(b). */
  | "contract"
  /** The law demands it: Art. 6(1)(c). */
  | "legal_obligation"
  /** A life depends on it: Art. 6(1)(d). */
  | "vital_interest"
  /** A task in the public interest or of official authority needs it: Art. 6(1)(e). */
  | "public_task"
  /** A legitimate interest that hers do not override: Art. 6(1)(f). */
  | "legitimate_interest";

/** Who has how many points. */
export interface Leaderboard {
  /** The places, the first first. */
  places: Place[];
  /** The process. */
  process: ProcessId;
}

/** Who has how many points. */
export interface LeaderboardRequest {
  /** The state that is asked about: awards taken back later still count. */
  as_of?: AsOf;
  /** By what it ranks; by person if absent. */
  by?: RankBy;
  /** From when on awards count; from the beginning if absent. */
  from?: Timestamp | null;
  /** In which process. */
  process: ProcessId;
  /** Until when awards count, that moment not included; without end if absent. */
  until?: Timestamp | null;
}

/** What a copy of a process did not take along: how much there was. */
export interface LeftOut {
  /** Assets. */
  assets: number;
  /** Claims of contributions. */
  contributions: number;
  /**
   * What the model required and the copy does not: purposes of other controllers, of items that stayed behind, and of
   * assets.
   */
  requirements?: RequirementLeftOut[];
}

/** How much somebody contributed. */
export type Level =
  /** A little; counts once. */
  | "low"
  /** Counts twice. */
  | "average"
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

/** Ends a restriction that was granted, in the name of the controller. She is told before (Art. 18(3)). */
export interface LiftProcessingRestriction {
  /** Why, as she is told. Kept in the vault. */
  reason: Remark;
  /** The request that the restriction was granted on. */
  request: SubjectRequestId;
}

/** Ends a restriction at the command's time. Needs `restriction.place` on its scope. */
export interface LiftRestriction {
  /** Which restriction. */
  restriction: RestrictionId;
}

/** How long data are kept: Art. 30(1)(f). */
export type Limit = { days: number } | { until_event: { days: number; text: ReadText } };

/** The same text in one or more languages; never empty. */
export type Localized = { [name: string]: string };

/** Asks a person or a team to do something on a task. Needs `task.assign` there. */
export interface MakeAssignment {
  /** On which of the task's assets, if on one. */
  asset?: AssetId | null;
  /** Who is asked. */
  holder: HolderRef;
  /** The task. */
  item: ItemId;
  /** What to do. Kept in the vault, as a text about the person asked. */
  text?: Remark | null;
}

/**
 * Asks a controller for something under GDPR Art. 15 to 22. By herself; by who speaks for her in
 * everything that this controller does; or by somebody who acts for the controller and received it. Without a stream it is the actor's own.
 */
export interface MakeSubjectRequest {
  /** The controller, by the host's id. */
  organisation: HostId;
  /** What. */
  right: Right;
  /** In her words. Kept in the vault. */
  text?: Remark | null;
}

/** Something to read or use. */
export interface Material {
  /** What kind of thing it is, in a word. */
  kind?: string;
  /** What it is called. */
  name: Localized;
  /** Where it is. */
  uri: Uri;
}

/** What an act is about besides its item, as the record has it. Fields stand in canonical order. */
export interface Matter {
  /** The asset. */
  asset?: AssetId;
  /** The type of the command that does it. */
  command?: ActName;
  /** The governance model, template or catalogue that is adopted. */
  document?: DocumentId;
  /** The grant that is revoked. */
  grant?: GrantId;
  /** Who receives the role or the assignment, or is restricted. */
  holder?: Holder;
  /** The item that is waited for. */
  on?: ItemId;
  /** The purpose that is required. */
  purpose?: Key;
  /** The restriction that is lifted. */
  restriction?: RestrictionId;
  /** The role. */
  role?: Key;
}

/** What an act is about besides its item, as it is asked: parties by the host's ids. */
export interface MatterRef {
  /** The asset. */
  asset?: AssetId | null;
  /** The type of the command that does it; may be left out where only one command needs the permission. */
  command?: ActName | null;
  /** The governance model, template or catalogue that is adopted. */
  document?: DocumentId | null;
  /** The grant that is revoked. */
  grant?: GrantId | null;
  /** Who receives the role or the assignment, or is restricted. */
  holder?: HolderRef | null;
  /** The item that is waited for; may be left out where the item waits for one only. */
  on?: ItemId | null;
  /** The purpose that is required. */
  purpose?: Key | null;
  /** The restriction that is lifted. */
  restriction?: RestrictionId | null;
  /** The role. */
  role?: Key | null;
}

/** What an act is about besides its item. */
export interface MatterView {
  /** The asset. */
  asset?: AssetId;
  /** The type of the command that does it. */
  command?: ActName;
  /** The governance model, template or catalogue that is adopted. */
  document?: DocumentId;
  /** The grant that is revoked. */
  grant?: GrantId;
  /** Who receives the role or the assignment, or is restricted. */
  holder?: PartyName;
  /** The item that is waited for. */
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
  /** Who. */
  person_id: PersonId;
  /** From when until when. */
  window: Window;
}

/** A membership ended, at the event's time. */
export interface MemberRemoved {
  /** Whose. */
  person_id: PersonId;
}

/** A time for which a person belongs to something. */
export interface MembershipView {
  /** When it was ended before that. */
  ended?: Timestamp;
  /** Who. */
  person: PartyName;
  /** From when until when it was meant. */
  window: Window;
}

/**
 * Closes a team and takes whoever is in it into another of the same kind, for as long as they were meant to stay. Roles
 * do not go along: who gives roles in a process gives them to the other team. Needs to lead both, or to administer the
 * organisation.
 */
export interface MergeTeam {
  /** The host's id of the team that goes on. */
  into: HostId;
  /** The host's id of the team that is closed. */
  team: HostId;
}

/**
 * A message catalogue as it is written.
 *
 * A phrase is a text with names in braces for what is put in: `{actor} completed “{item}”.` Which names there are
 * follows from the type of event; `Slot` says what they mean.
 */
export interface MessageCatalogueDocument {
  /** What somebody who is refused can do, by the code of the refusal. */
  help?: { [name: string]: string };
  /** The language. */
  language: Language;
  /**
   * What is said, by the type of the event; also `blocked` and `unblocked`, which no event says by itself, and what is
   * said of what there is to do, by its code (`next.…`). For a
   * type that is missing, another language is taken.
   */
  phrases: { [name: string]: string };
  /**
   * What is said where something is refused, and why, by the code of the refusal or reason. Where there are several sentences under
   * one code, the name of the sentence stands behind a slash; `short` is what is said of texts that programs write.
   */
  refusals?: { [name: string]: string };
  /** Stands for a person whom the vault no longer knows. */
  somebody: string;
  /** Stands for what is no longer known. */
  something: string;
  /** What is put into refusals that is no name: by the English of it. */
  words?: { [name: string]: string };
}

/** By what something is a person's to do. */
export type MineBy =
  /** An assignment asks this person. */
  | "assignment"
  /** An assignment asks a team that this person is in. */
  | "team"
  /** A role lets this person. */
  | "role";

/** What makes a step a person's. */
export interface MineView {
  /** The assignment. */
  assignment?: AssignmentId;
  /** By what. */
  by: MineBy;
  /** The role that lets the person do it. */
  role?: Key;
  /** The team that is asked, or that holds the role. */
  team?: PartyName;
}

/** A governance model as it is written. Fields stand in canonical order. */
export interface ModelDocument {
  /** What needs whose approval. */
  approvals?: ApprovalRule[];
  /** What the model is for. */
  description?: Localized;
  /** Says what kind of document this is. */
  document: ModelMark;
  /** The role that whoever creates a process receives. It must administer the process. */
  founder: Key;
  /** The model's name for programs; all versions of a model share it. */
  id: Key;
  /** The model's name for people. */
  name: Localized;
  /** How prerequisites are treated. */
  prerequisites: PrerequisitePolicy;
  /** The roles. */
  roles: { [name: string]: RoleDefinition };
  /** Which version of the model this is, from 1. */
  version: number;
  /** How work and credit are treated. */
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
  /** The language that names are read in; English if absent. */
  language?: Language | null;
}

/** The governance models that come with the library. */
export interface ModelsView {
  /** All of them. */
  models: ModelView[];
}

/** How many assets were added in a month. */
export interface MonthUse {
  /** How many. */
  assets: number;
  /** The first day of the month, in UTC. */
  month: Date;
}

/**
 * Moves an item among its siblings, or with all that is in it to another parent. Needs `item.edit`, and for another
 * parent `item.add` there; where a role, a restriction or a required purpose stands on what it leaves or comes
 * into, so that others may do other things with it there, `process.administer`.
 *
 * Where something need not wait any longer then, that passes a gate: it needs `prerequisite.waive` there too, the
 * approvals that the model asks for, and a reason.
 */
export interface MoveItem {
  /** The sibling it comes before; it comes last if absent. */
  before?: ItemId | null;
  /** The item. */
  item: ItemId;
  /** What it lies in from now on; it stays where it lies if absent. */
  parent?: ItemId | null;
  /** Why. Needed where it passes a gate. Kept in the vault, as a text by the actor. */
  reason?: Remark | null;
}

/** Work that must stop, since a purpose that is required there has no basis for somebody's data. */
export interface MustStopView {
  /** The assignment, if it is one. */
  assignment?: AssignmentId;
  /** The claim that waits for review, if it is one. */
  contribution?: ContributionId;
  /** Whose data may not be processed for it. */
  data_subject: PartyName;
  /** The task. */
  item: ItemId;
  /** Whose work it is. */
  person: PartyName;
  /** The purpose that is required. */
  purpose: PurposeRef;
  /** The requirement. */
  requirement: RequirementId;
  /** Why not, for people. */
  why: string;
}

/** An act that approvals are asked for. */
export interface MyApprovalView {
  /** The act. */
  act?: NextAct;
  /** The request. */
  approval: ApprovalId;
  /** When it was asked for. */
  at: Timestamp;
  /** On which item. */
  item?: ItemId;
  /** Whether this person asks for it; otherwise this person could stand behind it. */
  own: boolean;
  /** The permission that it needs. */
  permission: Permission;
  /** The process. */
  process: ProcessId;
}

/** An assignment that is open. */
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
  /** How far the task is. */
  status: Status;
  /** The team that is asked, if it is one. */
  team?: PartyName;
}

/** A process of one's own. */
export interface MyProcessView {
  /** When it was closed. */
  closed?: Timestamp;
  /** Its name. */
  name: ReadText;
  /** The process. */
  process: ProcessId;
  /** How far it is, in whole percent. */
  progress: number;
  /** The roles that this person holds anywhere in it, also through teams. */
  roles: Key[];
  /** How far it is. */
  status: Status;
}

/** What is a person's. */
export interface MyRequest {
  /** What the clock participations now. */
  at: Timestamp;
  /** In which language; in English if absent. */
  language?: Language | null;
  /** Who, by the host's id. */
  person: HostId;
}

/** A team of one's own. */
export interface MyTeamView {
  /** What it is called. */
  name: ReadText;
  /** The team, with its organisation. */
  team: PartyName;
}

/** What is one person's. */
export interface MyView {
  /** Acts that wait for approval, asked for or to be given by this person. */
  approvals: MyApprovalView[];
  /** What this person, or a team of theirs, is asked to do. */
  assignments: MyAssignmentView[];
  /** The processes that this person may see, in the order of their ids. */
  processes: MyProcessView[];
  /** The teams that this person is in. */
  teams: MyTeamView[];
}

/** Somebody who is named in the record. */
export interface Named {
  /** How to reach it. */
  contact?: string;
  /** What it is called. */
  name: ReadText;
}

/** Whether data must be there for the purpose. */
export type Necessity =
  /** Without them it cannot be done. */
  | "required"
  /** They are a help; nothing may depend on them (Art. 7(4)). */
  | "optional";

/** What of the other item is waited for. */
export type Needs =
  /** It comes before in order, and is finished first. INTERLINK's `"type": "previous"`. */
  | "previous"
  /** It is in progress or finished. */
  | "in_progress"
  /** It is finished. INTERLINK's `"status": "finished"`. */
  | "finished";

/** The type of the command that a step is done by. */
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

/** What a person can do next. */
export interface NextRequest {
  /** What the clock participations now. */
  at: Timestamp;
  /** In which language; in English if absent. */
  language?: Language | null;
  /** How many steps are told at most; 10 000 is the most there is. */
  limit: number;
  /** Who, by the host's id. Somebody whom nobody knows has nothing to do. */
  person: HostId;
  /** In which process; in all of theirs, and for the organisations that they administer, if absent. */
  process?: ProcessId | null;
}

/** Everything that a person can do next, the most urgent first. */
export interface NextView {
  /** As many as were asked for. */
  steps: StepView[];
  /** How many there are in all. */
  total: number;
}

/** Something that a step waits for, and who could end the waiting. */
export interface NextWaitView {
  /** By which command it would go on. */
  act?: NextAct;
  /** The task that somebody would have to start or complete first, at the root of what it waits for. */
  first?: ItemId;
  /** The item that waits: the step's own, or one that it lies in. */
  item: ItemId;
  /** Whether there are more people than are named. */
  more: boolean;
  /** The name of what is waited for. */
  name: ReadText;
  /** What of it. */
  needs: Needs;
  /** What is waited for. */
  on: ItemId;
  /** The roles that can do it. */
  roles: Key[];
  /** Some of the people who could do it now; nobody where the asker may not see who takes part. */
  who?: PartyName[];
}

/**
 * A notice as it is written: what somebody is told before her data are processed (GDPR Art. 13 and 14). Fields stand in
 * canonical order.
 */
export interface NoticeDocument {
  /** The authority to complain to. */
  authority?: Body;
  /** Ages of consent that differ from the shipped table. */
  child_ages?: AgeRow[];
  /** Where data come from. */
  collection?: Collection;
  /** Who decides why and how data are processed; the first is the organisation that publishes the notice. */
  controllers: Body[];
  /** Says what kind of document this is. */
  document: NoticeMark;
  /** Its name for programs, the same in all versions. */
  id: Key;
  /** Who of several controllers does what, and whom she turns to: the essence of their arrangement (Art. 26(2)). */
  joint_arrangement?: Localized;
  /** Under whose law. */
  jurisdiction: Country;
  /** The languages that all of it is written in. */
  languages: Language[];
  /** The data protection officer of the controller. */
  officer?: Body;
  /** What processing is for. */
  purposes: Purpose[];
  /** Who receives data; an empty list says that nobody does. */
  recipients?: Recipient[];
  /** Whether this version asks again those who consented to an earlier one; by purpose. */
  renews?: Key[];
  /**
   * The purposes about which this version says the same in other words, so that nobody has to be asked again. It is
   * checked: whatever else differs is refused.
   */
  rewords?: Key[];
  /** Where rights are exercised. */
  rights_at?: Uri;
  /** Within how many days recipients are told that data must no longer be processed (Art. 19). */
  tell_within_days?: number;
  /** What she is told, as she reads it. */
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
 * A notice as it is written: what somebody is told before her data are processed (GDPR Art. 13 and 14). Fields stand in
 * canonical order.
 */
export interface NoticeDocumentInput {
  /** The authority to complain to. */
  authority?: Body | null;
  /** Ages of consent that differ from the shipped table. */
  child_ages?: AgeRow[];
  /** Where data come from. */
  collection?: Collection | null;
  /** Who decides why and how data are processed; the first is the organisation that publishes the notice. */
  controllers: Body[];
  /** Says what kind of document this is. */
  document: NoticeMark;
  /** Its name for programs, the same in all versions. */
  id: Key;
  /** Who of several controllers does what, and whom she turns to: the essence of their arrangement (Art. 26(2)). */
  joint_arrangement?: Localized | null;
  /** Under whose law. */
  jurisdiction: Country;
  /** The languages that all of it is written in. */
  languages: Language[];
  /** The data protection officer of the controller. */
  officer?: Body | null;
  /** What processing is for. */
  purposes: PurposeInput[];
  /** Who receives data; an empty list says that nobody does. */
  recipients?: Recipient[] | null;
  /** Whether this version asks again those who consented to an earlier one; by purpose. */
  renews?: Key[];
  /**
   * The purposes about which this version says the same in other words, so that nobody has to be asked again. It is
   * checked: whatever else differs is refused.
   */
  rewords?: Key[];
  /** Where rights are exercised. */
  rights_at?: Uri | null;
  /** Within how many days recipients are told that data must no longer be processed (Art. 19). */
  tell_within_days?: number | null;
  /** What she is told, as she reads it. */
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

/** What a notice still misses before an organisation of a kind may publish it. */
export interface NoticeGapsRequest {
  /** What kind of stakeholder the organisation is. */
  kind: StakeholderKind;
  /** The notice, which was added. */
  notice: DocumentId;
}

/** What a notice misses. */
export interface NoticeGapsView {
  /** Each with the article that asks for it; nothing if the notice is complete. */
  gaps: Gap[];
}

/** The word `notice`. */
export type NoticeMark =
  /** This document is a notice. */
  | "notice";

/** A notice was published; it takes the place of the version before. */
export interface NoticePublished {
  /** The notice. */
  notice: DocumentId;
}

/** A notice that is or was in force, in one language. */
export interface NoticeView {
  /** The SHA-256 of its canonical JSON. */
  document: DocumentId;
  /** From when it is in force. */
  from: Timestamp;
  /** Its name for programs. */
  id: Key;
  /** What it is for. */
  purposes: PurposeView[];
  /** What she is told. */
  text: ReadText;
  /** Its title. */
  title: ReadText;
  /** Until when it was in force. */
  until?: Timestamp;
  /** Its version. */
  version: number;
}

/** A notice was ended. */
export interface NoticeWithdrawn {
  /** Its name. */
  notice: Key;
}

/** What an organisation tells people about their data. */
export interface NoticesRequest {
  /** In which language; in English if absent. */
  language?: Language | null;
  /** Which organisation. */
  organisation_id: OrganisationId;
}

/** The notices of an organisation. */
export interface NoticesView {
  /** In the order in which they were published. */
  notices: NoticeView[];
}

/** What concerns a person. */
export interface Notification {
  /** When it happened. */
  at: Timestamp;
  /** Why it concerns her. */
  concern: Concern;
  /** The event. */
  event: EventId;
  /** The item that it is about. */
  item?: ItemId;
  /** Whom it concerns. */
  person: PartyName;
  /** The event's position. */
  position: Position;
  /** What is said. */
  sentence: Sentence;
  /** The stream. */
  stream: StreamId;
}

/** A page of what is told. */
export interface NotificationPage {
  /** How far the feed was read: ask for what comes after it next time. */
  after: Position;
  /** What there is to tell, in order. */
  entries: Notification[];
}

/** What concerns whom. */
export interface NotificationsRequest {
  /** After which position; from the beginning if absent. */
  after?: Position;
  /** In which language; in English if absent. */
  language?: Language | null;
  /** How many events are read at most; 10 000 is the most there is. */
  limit: number;
  /** Only what concerns this person, by the host's id. */
  person?: HostId | null;
}

/** Notes, in the name of the controller, that a recipient knows that processing has to end (Art. 19). */
export interface NotifyRecipient {
  /** Of whose data. */
  data_subject?: HostId | null;
  /** The controller. */
  organisation: HostId;
  /** The purpose. */
  purpose: Key;
  /** The recipient, by its name in the notice. */
  recipient: Key;
}

/** Her objection was decided. */
export interface ObjectionDecided {
  /** The grounds that override hers, if there are any: a commitment to a text in the vault. */
  grounds?: Commitment;
  /** The controller. */
  organisation_id: OrganisationId;
  /** The purpose. */
  purpose: Key;
  /** What the decision read elsewhere. */
  relied_on: Reliance[];
}

/** She objects. */
export interface ObjectionRaised {
  /** Who said so. */
  by: Expressed;
  /** Her grounds: a commitment to a text in the vault. */
  grounds?: Commitment;
  /** The controller. */
  organisation_id: OrganisationId;
  /** The purpose. */
  purpose: Key;
}

/**
 * Somebody who was erased had objected, and has come back: the objection stands as it stood. Nobody says it, the
 * library does, when it meets her host's id again.
 */
export interface ObjectionResumed {
  /** The controller. */
  organisation_id: OrganisationId;
  /** The purpose. */
  purpose: Key;
  /** Whether the controller had accepted it; it was not decided otherwise. */
  upheld?: boolean;
}

/** She took her objection back. */
export interface ObjectionWithdrawn {
  /** Who said so. */
  by: Expressed;
  /** The controller. */
  organisation_id: OrganisationId;
  /** The purpose. */
  purpose: Key;
}

/** A recipient that has to be told of something (Art. 19), or was told. */
export interface ObligationView {
  /** Of what. */
  cause: Cause;
  /** Whose data. */
  data_subject: PartyName;
  /** When it was notified. */
  notified?: Timestamp;
  /** Whether it was not told in time. */
  overdue: boolean;
  /** The purpose. */
  purpose: PurposeRef;
  /** The recipient, by its name in the notice. */
  recipient: Key;
  /** Where it is. */
  recipient_country: Country;
  /** What it is called. */
  recipient_name: ReadText;
  /** Since when it is so. */
  since: Timestamp;
  /** What became of her will. */
  state: State;
  /** Until when it has to be told. */
  tell_until: Timestamp;
}

/** What a controller has to tell whom. */
export interface ObligationsRequest {
  /** For which moment. */
  at: Timestamp;
  /** In which language; in English if absent. */
  language?: Language | null;
  /** The controller. */
  organisation_id: OrganisationId;
}

/** Everything that a controller has to tell, or told. */
export interface ObligationsView {
  /** By person, purpose and recipient. */
  obligations: ObligationView[];
  /** Consents that a newer notice asks for again, by person. */
  renewals: RenewalView[];
  /** Data that are past the time for which the notice lets them be stored, by person. */
  storage: StorageView[];
}

/** Something that can be offered to do with an asset. */
export interface Offer {
  /** What the interlinker that holds the asset calls it. */
  text?: ReadText;
  /** What. */
  what: Capability;
}

/**
 * Opens an asset, on record: who looked at what, and when. Needs `asset.view` on its task, and the purposes
 * that are required of it.
 */
export interface OpenAsset {
  /** The asset. */
  asset: AssetId;
}

/** A person became an operator. */
export interface OperatorAppointed {
  /** By the host in its own name, or by an operator. */
  by: AppointedBy;
  /** Who. */
  person_id: PersonId;
}

/** A person is no longer an operator. */
export interface OperatorDismissed {
  /** By the host in its own name, or by an operator. */
  by: AppointedBy;
  /** Who. */
  person_id: PersonId;
}

/** Who speaks for the host. */
export type OperatorsRequest = Record<string, never>;

/** Who speaks for the host. */
export interface OperatorsView {
  /** The operators, in the order in which they were appointed. */
  operators: PartyName[];
  /** The version of the host's stream; 0 where nobody was appointed yet. */
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

/** An organisation was founded; the actor is its first administrator. */
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
  /** The state that is asked about. */
  as_of?: AsOf;
  /** Which organisation. */
  organisation_id: OrganisationId;
}

/** An operator of the store took the verification back. */
export interface OrganisationUnverified {
  /** The host's stream, which participations that the actor is an operator. */
  relied_on: Reliance[];
}

/** An operator of the store verified what the organisation is. */
export interface OrganisationVerified {
  /** The SHA-256 of what the operator saw. */
  evidence?: FileDigest;
  /** What kind of stakeholder it is by the register. */
  kind: StakeholderKind;
  /** Its entry in the register. */
  register: RegisterEntry;
  /** The host's stream, which participations that the actor is an operator. */
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
  /** Who was, is or will be a member. */
  members: MembershipView[];
  /** Its name, in all its languages. */
  name: Localized;
  /** Its id. */
  organisation_id: OrganisationId;
  /** The version that is shown. */
  seq: Seq;
  /** Who may create teams in it. */
  team_creation: TeamPolicy;
  /** Its teams. */
  teams: TeamView[];
  /** What it was verified to be; absent where it only participations so itself. */
  verified?: VerificationView;
}

/** Where a copy comes from: a process, as it was after one of its events. It means the same in every system. */
export interface Origin {
  /** The id of its last event then. */
  event: EventId;
  /** The process. */
  process: ProcessId;
  /** Its version then. */
  seq: Seq;
}

/** What became of a request. */
export type Outcome =
  /** It was done. */
  | "fulfilled"
  /** It was not, for a reason that is on record (Art. 12(4) and (5)). */
  | "refused";

/** What became of commands. */
export interface OutcomesView {
  /** In the order of the commands. */
  outcomes: CommandOutcome[];
}

/** An organisation that stands behind the practice. Public: never a private person. */
export interface Owner {
  /** What it is. */
  info?: Localized;
  /** What it is called. */
  name: Localized;
  /** Where to find it. */
  uri?: Uri;
}

/** A piece of a sentence. */
export interface Part {
  /** The party that the piece names, for a host that has a better name or a link for it. */
  party?: PartyName;
  /**
   * The words; a name stands in them isolated (U+2068 … U+2069) and cut where it is long, so that neither its direction nor
   * its length reaches the words around it.
   */
  text: string;
}

/** A request to take part was accepted; the grant follows. */
export interface ParticipationAccepted {
  /** Why: a commitment to a text in the vault. */
  reason?: Commitment;
  /** What the decision read elsewhere. */
  relied_on?: Reliance[];
  /** Which. */
  request: ParticipationId;
}

/** Somebody asks to take part. */
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
  /** What the decision read elsewhere. */
  relied_on?: Reliance[];
  /** Which. */
  request: ParticipationId;
}

/** 16 bytes as lower-case hexadecimal. */
export type ParticipationId = Id<"ParticipationId">;

/** A request to take part. */
export interface ParticipationView {
  /** Whether it was accepted; absent while it is open. */
  accepted?: boolean;
  /** Who answered. */
  answered_by?: PartyName;
  /** When. */
  at: Timestamp;
  /** Who asks. */
  by: PartyName;
  /** Why she answered so. */
  reason?: string;
  /** Its id. */
  request: ParticipationId;
  /** Why; absent if the text was erased. */
  text?: string;
}

/** A party as views name it: by the library's id, and by the host's where the vault still knows it. */
export interface PartyName {
  /** The host's id; absent for a person who was erased. */
  host_id?: HostId;
  /** The organisation: the party itself, or the one that the team belongs to. */
  organisation_id?: OrganisationId;
  /** The person, by pseudonym, if it is one. */
  person_id?: PersonId;
  /** The team, if it is one. */
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

/** Everyone who may do a thing. */
export interface PeopleView {
  /** Who, in the order of their pseudonyms. */
  people: PartyName[];
}

/**
 * One thing that a party may be allowed to do.
 *
 * The set is closed: a governance model combines these, it cannot invent others. What belongs to a
 * data subject alone (giving and withdrawing consent) is no permission and nobody can be given it.
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
  /** Let work begin although a prerequisite is unmet, with a reason. */
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
  /** Manage notices and what consents are asked for. */
  | "consent.manage";

export type PermissionSet = Permission[];

/** Everything that a party may do in a process at one moment. */
export interface PermissionTable {
  /** For which moment. */
  at: Timestamp;
  /** On each item, parents before children. */
  items: ItemPermissions[];
  /** On the process as a whole. */
  process: PermissionSet;
}

/** Everything that a party may do in a process. */
export interface PermissionsRequest {
  /** The state that is asked about. */
  as_of?: AsOf;
  /** For which moment. */
  at: Timestamp;
  /** Who: a person, with all that her teams bring; or a team, with what it passes on. */
  party: HolderRef;
  /** In which process. */
  process: ProcessId;
}

/** The person was erased from the vault: everywhere, or what one organisation held. */
export interface PersonErased {
  /** The texts of these that are kept attributably, each with where the vault has whose it is. */
  attributed?: Attributed[];
  /** The texts about her that a law wants kept. */
  kept?: Commitment[];
  /** The organisation that did it for her. */
  organisation_id?: OrganisationId;
  /** Why: a commitment to a text in the vault. */
  reason?: Commitment;
  /** What the decision read elsewhere. */
  relied_on?: Reliance[];
  /** Whether she is still known by the host's id, since others have to do with her. */
  tied?: boolean;
}

/** 16 bytes as lower-case hexadecimal. */
export type PersonId = Id<"PersonId">;

/** Stands in a replica in the place of an event that is nobody's business here. */
export interface PersonWithheld {
  /** The id of that event. */
  event: EventId;
}

/** One place on a leaderboard. */
export interface Place {
  /** The person or team, if it ranks by those. */
  party?: PartyName;
  /** How many points. */
  points: number;
  /** Which place, from 1; equal points share one. */
  rank: number;
  /** The stakeholder kind, if it ranks by that. */
  stakeholder?: StakeholderKind;
  /** How many of them are for tasks that were reopened or disabled since; absent if none. */
  unsettled?: number;
}

/**
 * Takes permissions from a party on the process or on an item and all below it.
 *
 * Needs `restriction.place` there. Only an administrator takes `process.administer` away.
 */
export interface PlaceRestriction {
  /** From when; from the command's time if absent. */
  from?: Timestamp | null;
  /** From whom. */
  holder: HolderRef;
  /** On which item; on the whole process if absent. */
  item?: ItemId | null;
  /** What is taken away. */
  permissions: PermissionSet;
  /** Why. Kept in the vault, as a text about the person restricted. */
  reason: Remark;
  /** Until when; without end if absent. */
  until?: Timestamp | null;
}

/** All contributors of a task have their points. */
export interface PointsAwarded {
  /** Its id. */
  award: AwardId;
  /** Who has how many for what. */
  entries: PointsEntry[];
  /** The task. */
  item: ItemId;
  /** What the decision read elsewhere. */
  relied_on?: Reliance[];
}

/** One line of the ledger: the points that one person has from one award for one kind of contribution. */
export interface PointsEntry {
  /** For which kind of contribution. */
  kind: ContributionKind;
  /** How much she contributed. */
  level: Level;
  /** The organisation whose team she contributed for. */
  organisation_id?: OrganisationId;
  /** Who. */
  person_id: PersonId;
  /** How many points. */
  points: number;
  /** The stakeholder kind in which she contributed. */
  stakeholder: StakeholderKind;
  /** The team she contributed for. */
  team_id?: TeamId;
}

/** One award was taken back. */
export interface PointsReversed {
  /** Which. */
  award: AwardId;
  /** Why: a commitment to a text in the vault. */
  reason: Commitment;
  /** What the decision read elsewhere. */
  relied_on?: Reliance[];
}

/** A place in the order of the whole store: later events have higher ones. 0 is before the first. */
export type Position = number;

/** An item waits for another. */
export interface PrerequisiteAdded {
  /** The item that waits. */
  item: ItemId;
  /** What it waits for. */
  needs: Needs;
  /** In which item. */
  on: ItemId;
  /** What the decision read elsewhere. */
  relied_on?: Reliance[];
}

/** How a model treats the two kinds of prerequisite. */
export interface PrerequisitePolicy {
  /** Those that only give an order (`previous`). */
  previous: Enforcement;
  /** Those that wait for another item to reach a status. */
  status: Enforcement;
}

/** An item waits for another no longer. */
export interface PrerequisiteRemoved {
  /** The item that waited. */
  item: ItemId;
  /** The other. */
  on: ItemId;
  /** What was waited for, enforced, and is not waited for any more. */
  prerequisites_waived?: Unmet[];
  /** Why: a commitment to a text in the vault. */
  reason?: Commitment;
  /** What the decision read elsewhere. */
  relied_on?: Reliance[];
}

/** A gate that was passed. */
export interface PrerequisiteWaive {
  /** When. */
  at: Timestamp;
  /** By whom. */
  by: PartyName;
  /** Why; absent if the text was erased. */
  reason?: string;
}

/** Somebody let work begin although a prerequisite was unmet. */
export interface PrerequisiteWaived {
  /** The item that waits. */
  item: ItemId;
  /** What it waits for. */
  on: ItemId;
  /** Why: a commitment to a text in the vault. */
  reason: Commitment;
  /** What the decision read elsewhere. */
  relied_on?: Reliance[];
}

/** A refusal or failure in the form that every language receives. */
export interface Problem {
  /** Which refusal it is. */
  code: Code;
  /** Facts for a program, by name. */
  details?: { [name: string]: Json };
  /** What can be done about it. */
  help: string;
  /** The language of the message, where one was asked for: not always that one. */
  language?: Language;
  /**
   * What happened, in one sentence: bounded, in one line. Names in it are isolated (U+2068 … U+2069); all that a long list
   * would have named is in the details.
   */
  message: string;
  /** A JSON Pointer (RFC 6901) to the fault in what was sent. */
  path?: string;
  /** Why, one by one, where a question was answered with no. */
  reasons?: Explained[];
}

/** A named need that tasks have and interlinkers answer. */
export interface ProblemProfile {
  /** What the need is. */
  description?: Localized;
  /** What would help. */
  functionality?: Localized;
  /** Its id. */
  id: Key;
  /** Its name. */
  name: Localized;
}

/** The process was closed. */
export interface ProcessClosed {
  /** What the decision read elsewhere. */
  relied_on?: Reliance[];
}

/** A process was created. Its template's items came with it; their ids follow from their keys. */
export interface ProcessCreated {
  /** The catalogue it takes interlinkers from. */
  catalogue?: DocumentId;
  /** What it is about. */
  description?: Localized;
  /** The governance model. */
  governance: DocumentId;
  /** The stakeholder kind in which the founder acted. */
  kind: StakeholderKind;
  /** The language it is read in where no other is asked for. */
  language: Language;
  /** What a copy did not take along of what its model had. */
  left_out?: LeftOut;
  /** Its name. */
  name: Localized;
  /** The organisation in whose name it was created. */
  organisation_id?: OrganisationId;
  /** What the decision read elsewhere. */
  relied_on?: Reliance[];
  /** The template. */
  template?: DocumentId;
}

/** What the process says of itself changed. */
export interface ProcessEdited {
  /** The new description. */
  description?: Localized;
  /** The new default language. */
  language?: Language;
  /** The new name. */
  name?: Localized;
  /** What the decision read elsewhere. */
  relied_on?: Reliance[];
}

/** 16 bytes as lower-case hexadecimal. */
export type ProcessId = Id<"ProcessId">;

/** The process was taken over from another system, as it was there. */
export interface ProcessImported {
  /** What the other system handed over. */
  import: DocumentId;
  /** The people that it speaks of, in their order. */
  people?: ImportedPerson[];
}

/** The process was published as a good practice. */
export interface ProcessPublished {
  /** The publication. */
  publication: DocumentId;
  /** What the decision read elsewhere. */
  relied_on?: Reliance[];
}

/** Where data are processed, and nowhere else. */
export interface Processed {
  /** The countries. */
  places: Country[];
  /** On what ground that is done outside the European Economic Area, where a country is. */
  transfer?: Transfer;
}

/** The record of processing activities of a controller. */
export interface ProcessingRequest {
  /** For which moment. */
  at: Timestamp;
  /** In which language; in English if absent. */
  language?: Language | null;
  /** The controller. */
  organisation_id: OrganisationId;
}

/** The controller ended a restriction. */
export interface ProcessingRestrictionLifted {
  /** Why: a commitment to a text in the vault. */
  reason: Commitment;
  /** What the decision read elsewhere. */
  relied_on: Reliance[];
  /** The request that it was granted on. */
  request: SubjectRequestId;
}

/** A processing of the Data Privacy Vocabulary 2.3, by name or IRI. */
export type ProcessingTerm = string;

/**
 * The record of processing activities of a controller at a moment. The security measures of Art. 32 that it may
 * describe (Art. 30(1)(g)) are the controller's to add.
 */
export interface ProcessingView {
  /** One for each purpose in force. */
  activities: Activity[];
  /** For which moment. */
  at: Timestamp;
  /** The controllers and joint controllers: Art. 30(1)(a). */
  controllers: Named[];
  /** The data protection officers. */
  officers: Named[];
}

/** A publication as it is written. Fields stand in canonical order. */
export interface PublicationDocument {
  /** Says what kind of document this is. */
  document: PublicationMark;
  /** The purposes that the process required. They do not come along, since they are those of its controllers. */
  left_out?: RequirementLeftOut[];
  /** Under what licence it may be used. */
  licence: Licence;
  /** The process that it tells of. */
  origin: Origin;
  /** Keeps its id from telling what stood in it, once words were taken out: the salt goes with them. */
  salt?: Salt;
  /** Its story. */
  story: Story;
  /** How to do it again. */
  template: TemplateDocument;
  /** Which publication of the process this is, from 1. */
  version: number;
}

/** A publication as it is written. Fields stand in canonical order. */
export interface PublicationDocumentInput {
  /** Says what kind of document this is. */
  document: PublicationMark;
  /** The purposes that the process required. They do not come along, since they are those of its controllers. */
  left_out?: RequirementLeftOut[];
  /** Under what licence it may be used. */
  licence: Licence;
  /** The process that it tells of. */
  origin: Origin;
  /** Keeps its id from telling what stood in it, once words were taken out: the salt goes with them. */
  salt?: Salt | null;
  /** Its story. */
  story: Story;
  /** How to do it again. */
  template: TemplateDocumentInput;
  /** Which publication of the process this is, from 1. */
  version: number;
}

/** A publication that was found. */
export interface PublicationFound {
  /** The countries it took place in. */
  countries?: Country[];
  /** The last day. */
  end?: Date;
  /** The languages that were spoken. */
  languages?: Language[];
  /** Under what licence it may be used. */
  licence: Licence;
  /** The process that it tells of. */
  process: ProcessId;
  /** The publication: a document, and a template for whoever does it again. */
  publication: DocumentId;
  /** The first day. */
  start?: Date;
  /** The story in a line. */
  summary?: ReadText;
  /** Its title. */
  title: ReadText;
  /** Which publication of the process it is, from 1. */
  version: number;
}

/** The word `publication`. */
export type PublicationMark =
  /** This document is a publication. */
  | "publication";

/** What is looked for among publications. Everything that is said must hold; what is not said does not matter. */
export interface PublicationSearch {
  /** It took place in this country. */
  country?: Country | null;
  /** This language was spoken. */
  language?: Language | null;
  /** Under a licence at least as free as this. */
  licence?: LicenceClass | null;
  /** Every word of this in its title, in what it tells or in its tags, in any language. Case does not matter. */
  text?: string | null;
}

/** The publications of the store that are as asked for: of each process the latest. */
export interface PublicationsRequest {
  /** The language that titles are read in; English if absent. */
  language?: Language | null;
  /** What is looked for; everything if absent. */
  search?: PublicationSearch;
}

/** Publications that were found. */
export interface PublicationsView {
  /** In the order of their processes. */
  publications: PublicationFound[];
}

/**
 * Publishes a notice, or the next version of one. It must be complete: see
 * `Notice::missing`.
 */
export interface PublishNotice {
  /** The SHA-256 of its canonical JSON. */
  notice: DocumentId;
}

/**
 * Publishes the process as a good practice: its story, and a template to do it again. Nothing of the
 * people goes with it. Needs `process.publish`.
 */
export interface PublishProcess {
  /** Under what licence it may be used. */
  licence: Licence;
  /** Its story. Public: it must not be about private persons. */
  story: Story;
}

/** What data are processed for. Fields stand in canonical order. */
export interface Purpose {
  /** Decisions by machines alone: what they follow, and what they mean for her (Art. 13(2)(f), 22). */
  automated_decisions?: Localized;
  /** How far machines do it by themselves. */
  automation: Automation;
  /** Why that is lawful: exactly one reason. */
  basis: LawfulBasis;
  /** Why special categories of data may be processed. */
  condition?: SpecialCondition;
  /** The data. */
  data: DataItem[];
  /** Whose data, by category (Art. 30(1)(c)). */
  data_subjects?: SubjectTerm[];
  /** What it is, at length. */
  description: Localized;
  /** Why it goes on while her data are restricted (Art. 18(2)); it stops then if absent. */
  despite_restriction?: RestrictionException;
  /** Why consent is freely given although a public authority asks for it (Recital 43). */
  freely_given?: Localized;
  /** Its name among the purposes of the organisation, the same in all versions of its notices. */
  id: Key;
  /** Where the assessment of its impact can be read (Art. 35). Some forms of receipts demand it. */
  impact_assessment?: Uri;
  /** The legitimate interest, where that is the basis (Art. 13(1)(d)). */
  interest?: Localized;
  /** The law, where an obligation or a public task is the basis (Art. 6(3)). */
  law?: Localized;
  /** What it is, in a few words. */
  name: Localized;
  /** Whether she must provide the data, by law or contract, and what happens if she does not (Art. 13(2)(e)). */
  obligation?: Localized;
  /** What is done with the data. */
  processing: ProcessingTerm[];
  /** Where that is done, if it is bound to places. */
  processing_at?: Processed;
  /** Who receives them, by their names in the notice. */
  recipients?: Key[];
  /** Rights that differ from those that go with the basis. */
  rights?: RightException[];
  /** Where and how long data are kept. */
  storage?: Storage;
  /** Its term in the Data Privacy Vocabulary. */
  term: PurposeTerm;
  /** What a consent to it can be tied to, with `until_event`: names for programs, public as all of the notice is. */
  until_events?: Key[];
  /** For how many days a consent holds at most. */
  valid_days?: number;
  /** The purpose that it lies within: a consent for that one is a consent for this one too. */
  within?: Key;
}

/** What data are processed for. Fields stand in canonical order. */
export interface PurposeInput {
  /** Decisions by machines alone: what they follow, and what they mean for her (Art. 13(2)(f), 22). */
  automated_decisions?: Localized | null;
  /** How far machines do it by themselves. */
  automation?: Automation;
  /** Why that is lawful: exactly one reason. */
  basis: LawfulBasis;
  /** Why special categories of data may be processed. */
  condition?: SpecialCondition | null;
  /** The data. */
  data: DataItem[];
  /** Whose data, by category (Art. 30(1)(c)). */
  data_subjects?: SubjectTerm[];
  /** What it is, at length. */
  description: Localized;
  /** Why it goes on while her data are restricted (Art. 18(2)); it stops then if absent. */
  despite_restriction?: RestrictionException | null;
  /** Why consent is freely given although a public authority asks for it (Recital 43). */
  freely_given?: Localized | null;
  /** Its name among the purposes of the organisation, the same in all versions of its notices. */
  id: Key;
  /** Where the assessment of its impact can be read (Art. 35). Some forms of receipts demand it. */
  impact_assessment?: Uri | null;
  /** The legitimate interest, where that is the basis (Art. 13(1)(d)). */
  interest?: Localized | null;
  /** The law, where an obligation or a public task is the basis (Art. 6(3)). */
  law?: Localized | null;
  /** What it is, in a few words. */
  name: Localized;
  /** Whether she must provide the data, by law or contract, and what happens if she does not (Art. 13(2)(e)). */
  obligation?: Localized | null;
  /** What is done with the data. */
  processing: ProcessingTerm[];
  /** Where that is done, if it is bound to places. */
  processing_at?: Processed | null;
  /** Who receives them, by their names in the notice. */
  recipients?: Key[];
  /** Rights that differ from those that go with the basis. */
  rights?: RightException[];
  /** Where and how long data are kept. */
  storage?: Storage | null;
  /** Its term in the Data Privacy Vocabulary. */
  term: PurposeTerm;
  /** What a consent to it can be tied to, with `until_event`: names for programs, public as all of the notice is. */
  until_events?: Key[];
  /** For how many days a consent holds at most. */
  valid_days?: number | null;
  /** The purpose that it lies within: a consent for that one is a consent for this one too. */
  within?: Key | null;
}

/** A purpose of a controller. */
export interface PurposeRef {
  /** The controller. */
  organisation_id: OrganisationId;
  /** The purpose, by its name in the controller's notices. */
  purpose: Key;
}

/** A purpose is required no longer. */
export interface PurposeReleased {
  /** What the decision read elsewhere. */
  relied_on?: Reliance[];
  /** The requirement. */
  requirement: RequirementId;
}

/** A purpose is required. */
export interface PurposeRequired {
  /** The asset that it is about. */
  asset?: AssetId;
  /** The item that it is about. */
  item?: ItemId;
  /** The purpose. */
  purpose: PurposeRef;
  /** What the decision read elsewhere. */
  relied_on: Reliance[];
  /** Its id. */
  requirement: RequirementId;
  /** The people whose data the asset holds. */
  subjects?: PersonId[];
}

/** A purpose of the Data Privacy Vocabulary 2.3, by name or IRI. */
export type PurposeTerm = string;

/**
 * An act passed a gate with a use of a consent whose uses are counted. It stands with the act, and no other takes that
 * use.
 */
export interface PurposeUsed {
  /** Whose consent. */
  data_subject_id: PersonId;
  /** What the decision read elsewhere: the stream of the person whose consent it is, where the use was set aside. */
  relied_on: Reliance[];
  /** The requirement. */
  requirement: RequirementId;
  /** The use: the number of its event in that stream. */
  used: Seq;
}

/** A purpose, in one language. */
export interface PurposeView {
  /** Why it is lawful. */
  basis: LawfulBasis;
  /** What it is, at length. */
  description: ReadText;
  /** Its name among the purposes of the organisation. */
  id: Key;
  /** What it is. */
  name: ReadText;
  /** What somebody does who wants it ended. */
  remedy: Remedy;
  /** The rights that go with it. */
  rights: Right[];
  /** Whether special categories of data are processed, so that consent is explicit. */
  special: boolean;
  /** The purpose that it lies within. */
  within?: Key;
}

/** A question. */
export interface QuestionView {
  /** What can be answered. */
  answers: ChoiceView[];
  /** Its name for programs. */
  id: Key;
  /** What is asked. */
  text: ReadText;
}

/** Objects to processing for a public task or a legitimate interest (Art. 21). */
export interface RaiseObjection {
  /** Whose objection, if not the actor's own. */
  data_subject?: HostId | null;
  /** The grounds that lie in her situation. Kept in the vault. */
  grounds?: Remark | null;
  /** The controller. */
  organisation: HostId;
  /** The purpose. */
  purpose: Key;
}

/** By what a leaderboard ranks. */
export type RankBy =
  /** By person. */
  | "person"
  /** By the team that was contributed for. */
  | "team"
  /** By stakeholder kind. */
  | "stakeholder_kind";

/** What is rated. All versions of a catalogue and all publications of a process are one. */
export type Rated = { interlinker: { catalogue: Key; interlinker: Key } } | { process: { process: ProcessId } };

/** Somebody rated it; what she said before no longer counts. */
export interface RatingGiven {
  /** What. */
  rated: Rated;
  /** Where she found it. */
  seen_in: DocumentId;
  /** How helpful it was. */
  stars: Stars;
  /** Why: a commitment to a text in the vault. */
  text?: Commitment;
}

/** What people say of one thing. */
export interface RatingView {
  /** The average with two decimals, rounded half up; absent if nobody rated it. `sum` / `count` is exact. */
  average?: string;
  /** How many people rated it. */
  count: number;
  /** How many gave 0, 1, … 5. */
  counts: number[];
  /** What the person who asks participations herself. */
  own?: Stars;
  /** And why. */
  own_text?: string;
  /** What. */
  rated: Rated;
  /** The version of its stream; 0 if nobody ever rated it. */
  seq: Seq;
  /** All stars together. */
  sum: number;
  /** What people say in words, without their names, in no order that means anything. What was erased is not there. */
  words?: RatingWords[];
}

/** Somebody took her rating back. */
export interface RatingWithdrawn {
  /** Of what. */
  rated: Rated;
}

/** What somebody participations in words. */
export interface RatingWords {
  /** How helpful they found it. */
  stars: Stars;
  /** Why. */
  text: string;
}

/** What people say of something. */
export interface RatingsRequest {
  /** Who asks, by the host's id, to see what she said herself. */
  actor?: HostId | null;
  /** The state that is asked about. */
  as_of?: AsOf;
  /** Of what. */
  rated: Rated;
}

/** Reads the platform's `data_story`. */
export interface ReadStoryRequest {
  /** What stands in the file. */
  file: string;
}

/** A text with the language it is in, which is not always the one asked for. */
export interface ReadText {
  /** The language it is in. */
  language: Language;
  /** The text. */
  text: string;
}

/** One reason for a yes or a no. In JSON: its code, a sentence, and its facts. */
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
  | { data_subject_id: PersonId; organisation_id: OrganisationId; purpose: Key; requirement: RequirementId; why: ConsentReason };

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
  /** For which moment; the receipt is dated so. */
  at: Timestamp;
  /** In which format. */
  format: ReceiptFormat;
  /** The controller. */
  organisation_id: OrganisationId;
  /**
   * Whether `at` is a past moment: then the times of what is on record decide. Without it `at` is what the clock participations now,
   * and whatever has ended something counts, however it is dated.
   */
  past?: boolean;
  /** Whose consent, by the host's id; by her pseudonym once she was erased. */
  person: HostId;
  /** The purpose. */
  purpose: Key;
}

/** A receipt. */
export interface ReceiptView {
  /** The receipt, in the format that was asked for; absent if the person never consented. */
  receipt?: Json;
}

/** A recipient, and the ground on which data leave the European Economic Area for it: Art. 30(1)(d) and (e). */
export interface Receiver {
  /** Where it is. */
  country: Country;
  /** What it is called, or which kind of recipient it is. */
  name: ReadText;
  /** What it is to the controller. */
  role?: RecipientRole;
  /** The ground of the transfer. */
  transfer?: TransferView;
}

/** Who receives data besides the controller. */
export interface Recipient {
  /** Its postal address. */
  address?: Localized;
  /** How to reach it. */
  contact?: Uri;
  /** Where it is. */
  country: Country;
  /** Its name in this notice. */
  id: Key;
  /** What it is called, or which kind of recipient it is. */
  name: Localized;
  /** Which organisation of the record it is. */
  organisation?: Enrolled;
  /** What it is to the controller. */
  role?: RecipientRole;
  /** On what ground data go to it, where its country lies outside the European Economic Area: Art. 45 to 49. */
  transfer?: Transfer;
  /** Its pages. */
  uri?: Uri;
}

/** A recipient knows that processing has to end. */
export interface RecipientNotified {
  /** The controller. */
  organisation_id: OrganisationId;
  /** The purpose. */
  purpose: Key;
  /** The recipient, by its name in the notice. */
  recipient: Key;
  /** What the decision read elsewhere. */
  relied_on: Reliance[];
}

/** What a recipient is to the controller. */
export type RecipientRole =
  /** It decides with the controller why and how data are processed: Art. 26. */
  | "joint_controller"
  /** It processes on the controller's behalf: Art. 28. */
  | "processor"
  /** It is neither: Art. 4(10). */
  | "third_party";

/** For tasks of a process, the interlinkers that answer their problem profiles. */
export interface RecommendRequest {
  /** The state that is asked about. */
  as_of?: AsOf;
  /** Which task; every enabled one with a problem profile if absent. */
  item?: ItemId | null;
  /** In which language; in the process's own if absent. */
  language?: Language | null;
  /** Which process. */
  process: ProcessId;
}

/** An interlinker that answers problem profiles, with the reasons for its place in the list. */
export interface Recommendation {
  /** Which of the task's own problem profiles it answers. The more, the higher it stands. */
  answers: Key[];
  /** How many other problem profiles it answers. Among equals, the fewer the higher: it is made for this. */
  answers_besides: number;
  /** Which of those it answers that the task has by the objective it lies in. Among equals, the more the higher. */
  answers_of_objective: Key[];
  /** How hard it is to use; the easier stands higher among equals. */
  difficulty?: Difficulty;
  /** Whether it is offered in the language that was asked for; those that are stand higher among equals. */
  in_language: boolean;
  /** Which one. */
  interlinker: Key;
  /** What it is. */
  kind: InterlinkerKind;
  /** Under what class of licence it may be used. */
  licence?: LicenceClass;
  /** Its name. */
  name: ReadText;
}

/** What is recommended for tasks. */
export interface RecommendedView {
  /** The tasks, in the tree's order. */
  tasks: TaskRecommendations[];
}

/**
 * Records what somebody else did, who did not say it herself: she was there without a screen. Needs
 * `contribution.review` on the task, and that she herself may contribute there. It participations by whom it was recorded; she
 * confirms it or takes it back, and whoever recorded it does not review it.
 */
export interface RecordContribution {
  /** On which of the task's assets, if on one. */
  asset?: AssetId | null;
  /** The task. */
  item: ItemId;
  /** Of which kind it is. */
  kind: ContributionKind;
  /** Who did it, by the host's id. */
  person: HostId;
  /** The team that she contributed for, of which she is a member. */
  team?: HostId | null;
  /** What she did. Kept in the vault, as a text about her. */
  text: Remark;
}

/**
 * Records a birthday, so that a child's consent is asked of who may give it (Art. 8). By herself, or by an
 * official. Kept in the vault.
 */
export interface RecordDateOfBirth {
  /** The organisation in whose name an official records it: one that an operator verified. */
  acting_for?: HostId | null;
  /** Whose, if not the actor's own. */
  data_subject?: HostId | null;
  /** The day. */
  date_of_birth: Date;
  /** The SHA-256 of what shows it; an official needs it. */
  evidence?: FileDigest | null;
}

/**
 * Puts a text about her right, in the name of the controller that holds it, while she asks for it (Art. 16); or by
 * whoever wrote it in her own name. The vault forgets the text that stood there.
 */
export interface RectifyText {
  /** The request; none where whoever wrote it puts it right. */
  request?: SubjectRequestId | null;
  /** Which text, by what the record holds in its place. */
  text: Commitment;
  /** What it participations from now on. Kept in the vault. */
  words: Remark;
}

/**
 * Takes words out of every public text of the stream, for good: out of its events, and out of the imported and
 * published documents that it alone relies on (GDPR Art. 17). By whoever administers the process or the
 * organisation, or by an operator of the store; also once the process is closed. What operators wrote is for operators
 * to take out. A document that others rely on stays as it is, and is named in the event.
 *
 * What reads the same is the same: capital and small letters, an accent however it is written, any blank. Words that
 * are part of a longer word stay. Decide it with `dry_run`
 * first: there is no way back.
 */
export interface RedactText {
  /** Why. Kept in the vault, as a text by the actor; it must not repeat the words. */
  reason: Remark;
  /** What is taken out: a name, an address. Nobody keeps it. */
  words: Remark;
}

/** A document that words were taken out of. */
export interface RedactedDocument {
  /** Which: its id stays what it was. */
  document: DocumentId;
  /** The SHA-256 of what stands there now. */
  now: DocumentId;
}

/** An event that words were taken out of. */
export interface RedactedEvent {
  /** The SHA-256 of the envelope that stands there now. The event's id stays what it was. */
  now: EventId;
  /** Its number. */
  seq: Seq;
}

/** What a step's command is about. */
export interface RefersView {
  /** The request for approvals. */
  approval?: ApprovalId;
  /** The assignment. */
  assignment?: AssignmentId;
  /** The contribution. */
  contribution?: ContributionId;
  /** The person whose data it is about. */
  data_subject?: PartyName;
  /** The item whose being unmet is passed. */
  on?: ItemId;
  /** The request to take part. */
  participation?: ParticipationId;
  /** The purpose. */
  purpose?: Key;
  /** The recipient, by its name in the notice. */
  recipient?: Key;
  /** The request of a data subject. */
  right?: SubjectRequestId;
  /** The roles that can be given. */
  roles?: Key[];
}

/** Says no. */
export interface RefuseConsent {
  /** Whose decision, if not the actor's own. */
  data_subject?: HostId | null;
  /** The controller. */
  organisation: HostId;
  /** The purpose. */
  purpose: Key;
}

/** An entry in a public register, by which anybody can find the organisation there. */
export interface RegisterEntry {
  /** The number that the organisation has there. */
  number: Key;
  /** The register: by its code in ISO 6523, or as it is known in its country, such as `LV-UR`. */
  register: Key;
}

/** Founds an organisation; whoever asks becomes its administrator. */
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

/** Requires a purpose no longer. */
export interface ReleasePurpose {
  /** The requirement. */
  requirement: RequirementId;
}

/** Another stream that a decision read, and how far it had read it: the event named is the last it saw. */
export interface Reliance {
  /** The id of that stream's last event then. */
  id: EventId;
  /** Its number. */
  seq: Seq;
  /** The stream. */
  stream: StreamId;
}

/** Something that a person wrote in her own words. */
export type Remark = string;

/** What a person does to end processing on a basis. */
export type Remedy =
  /** She withdraws her consent (Art. 7(3)). */
  | "withdraw"
  /** She objects (Art. 21). */
  | "object"
  /** Neither: the processing ends with the contract, the law or the danger. */
  | "neither";

/** Ends a membership at the command's time. */
export interface RemoveMember {
  /** The host's id of the person. */
  person: HostId;
}

/**
 * Makes an item wait for another no longer. Needs `item.edit`.
 *
 * Where it still waits for it, that passes a gate: it needs `prerequisite.waive` there too, the approvals that the model
 * asks for, and a reason.
 */
export interface RemovePrerequisite {
  /** The item that waits. */
  item: ItemId;
  /** The other. */
  on: ItemId;
  /** Why. Needed where it passes a gate. Kept in the vault, as a text by the actor. */
  reason?: Remark | null;
}

/** Takes a person out of a team at the command's time. */
export interface RemoveTeamMember {
  /** The host's id of the person. */
  person: HostId;
  /** The host's id of the team. */
  team: HostId;
}

/** Consents again, before or after the end of what she gave. */
export interface RenewConsent {
  /** The organisation in whose name an official records it. */
  acting_for?: HostId | null;
  /** Whose consent, if not the actor's own. */
  data_subject?: HostId | null;
  /** The SHA-256 of what she signed or of the minutes; an official needs it. */
  evidence?: FileDigest | null;
  /** Whether she said so in words or by a signature. */
  explicit?: boolean;
  /** The language in which she read the notice. */
  language: Language;
  /** How she said it. */
  method: Indication;
  /** The notice that she read. */
  notice: DocumentId;
  /** The controller. */
  organisation: HostId;
  /** The purpose. */
  purpose: Key;
  /** For how long. */
  valid: Validity;
}

/** A consent that has to be asked for again. */
export interface RenewalView {
  /** Whose. */
  data_subject: PartyName;
  /** The purpose. */
  purpose: PurposeRef;
}

/** Puts a finished task back in progress. Needs `task.reopen`. */
export interface ReopenTask {
  /** The task. */
  item: ItemId;
}

/**
 * Puts another plan in the place of this one, or none: all its items go. Only as long as nothing hangs on any of them: no
 * work, no asset, no assignment, no role or restriction on an item, no required purpose, no approval. Needs
 * `process.administer`.
 */
export interface ReplaceTree {
  /** The template of the new plan, by the SHA-256 of its canonical JSON; the process is empty if absent. */
  template?: DocumentId | null;
}

/** Everything that was noticed in reading a catalogue. */
export interface Report {
  /** The anomalies, in the order in which they were met. */
  anomalies: Anomaly[];
  /** Files that are no part of what is read, for whoever expected them to be. */
  unread: string[];
}

/** Somebody speaks for her. */
export interface RepresentativeAppointed {
  /** What shows it: a commitment to its SHA-256 in the vault, for a digest of few words could be guessed. */
  evidence?: Commitment;
  /** From when on; from now on if absent. */
  from?: Timestamp;
  /** In which capacity. */
  kind: RepresentativeKind;
  /** The public administration in whose name an official recorded it; none where she chose it herself. */
  organisation_id?: OrganisationId;
  /** What the decision read elsewhere. */
  relied_on?: Reliance[];
  /** Who. */
  representative_id: PersonId;
  /** About what. */
  scope: Extent;
  /** Until when. */
  until?: Timestamp;
}

/** Somebody speaks for her no longer. */
export interface RepresentativeDismissed {
  /** What shows it: a commitment to its SHA-256 in the vault. */
  evidence?: Commitment;
  /** The public administration in whose name an official recorded it; none where she, or who spoke for her, said so. */
  organisation_id?: OrganisationId;
  /** What the decision read elsewhere. */
  relied_on?: Reliance[];
  /** Who. */
  representative_id: PersonId;
}

/** In which capacity somebody speaks for a person. */
export type RepresentativeKind =
  /** As a holder of parental responsibility. */
  | "parental"
  /** Because she wanted it so, or a court. */
  | "authorised";

/** Asks for consent, in the name of the controller. */
export interface RequestConsent {
  /** Whom, by the host's id. */
  data_subject?: HostId | null;
  /** The notice that goes with it. */
  notice: DocumentId;
  /** The controller, by the host's id. */
  organisation: HostId;
  /** The purpose. */
  purpose: Key;
}

/** Requires a purpose: of a process, of an item and what lies below, or of an asset. */
export interface RequirePurpose {
  /** The asset, if it is about one. */
  asset?: AssetId | null;
  /** The item, if it is about one and what lies below. */
  item?: ItemId | null;
  /** The organisation that has published the purpose, by the host's id. */
  organisation: HostId;
  /** The purpose. */
  purpose: Key;
  /** The people whose data an asset holds, by the host's ids; whoever opens it if nobody is named. */
  subjects?: HostId[];
}

/** 16 bytes as lower-case hexadecimal. */
export type RequirementId = Id<"RequirementId">;

/**
 * A purpose that a process requires and what was made of it does not. Whoever does the work again needs to know that it
 * was asked for there: without it, data may be processed on no basis at all (GDPR Art. 6(1)).
 */
export interface RequirementLeftOut {
  /** The asset of the original that it is about. */
  asset?: AssetId;
  /** The item of the original that it is about, or that the asset lies on; the whole process if absent. */
  item?: ItemId;
  /** The key of that item in the template; absent where the item stayed behind. */
  key?: Key;
  /** The purpose, of the controller of the original. */
  purpose: PurposeRef;
}

/**
 * Why data are processed although their use is restricted (GDPR Art. 18(2)). The fourth exception, her consent, is given
 * by herself, after the restriction.
 */
export type RestrictionException =
  /** To establish, exercise or defend legal claims. */
  | "legal_claims"
  /** To protect the rights of another person. */
  | "rights_of_others"
  /** For reasons of important public interest of the Union or of a member state; the purpose names the law. */
  | "public_interest";

/** 16 bytes as lower-case hexadecimal. */
export type RestrictionId = Id<"RestrictionId">;

/** A restriction ended, at the event's time. */
export interface RestrictionLifted {
  /** What the decision read elsewhere. */
  relied_on?: Reliance[];
  /** The restriction. */
  restriction: RestrictionId;
}

/** Permissions were taken from a party. */
export interface RestrictionPlaced {
  /** From whom. */
  holder: Holder;
  /** The item it holds on and below; the whole process if absent. */
  item?: ItemId;
  /** What was taken. */
  permissions: PermissionSet;
  /** Why: a commitment to a text in the vault. */
  reason: Commitment;
  /** What the decision read elsewhere. */
  relied_on?: Reliance[];
  /** The restriction's id. */
  restriction: RestrictionId;
  /** From when until when. */
  window: Window;
}

/** A restriction. */
export interface RestrictionView {
  /** When it was ended before that. */
  ended?: Timestamp;
  /** From whom something is taken. */
  holder: PartyName;
  /** Whether it holds at the moment asked about. */
  holds: boolean;
  /** The item it holds on and below; the whole process if absent. */
  item?: ItemId;
  /** What is taken. */
  permissions: PermissionSet;
  /** Who placed it. */
  placed_by: PartyName;
  /** Why; absent if the text was erased. */
  reason?: string;
  /** Its id. */
  restriction: RestrictionId;
  /** From when until when it was meant. */
  window: Window;
}

/** How long data are kept. There is no “for ever”: whatever they are kept for, there is a last day. */
export type Retention = { days: number } | { until_event: { days: number; event: Key; text: Localized } };

/** Returns a contribution, with the reason. Needs what accepting needs. */
export interface ReturnContribution {
  /** Which. */
  contribution: ContributionId;
  /** Why. Kept in the vault, as a text about whoever claimed it. */
  reason: Remark;
}

/** Takes one award back, with the reason. Needs `contribution.review` on its task. */
export interface ReversePoints {
  /** Which. */
  award: AwardId;
  /** Why. Kept in the vault, as a text by the actor. */
  reason: Remark;
}

/** Adds a version of an asset; those before stay. Needs `asset.edit` on its task. */
export interface ReviseAsset {
  /** The asset. */
  asset: AssetId;
  /** What it is now. */
  content: Content;
}

/** Ends somebody's consent, in the name of the controller. */
export interface RevokeConsent {
  /** Whose consent. */
  data_subject?: HostId | null;
  /** The controller. */
  organisation: HostId;
  /** The purpose. */
  purpose: Key;
  /** Why. Kept in the vault. */
  reason: Remark;
}

/** Ends a grant at the command's time. Needs `role.grant` on its scope. */
export interface RevokeRole {
  /** Which grant. */
  grant: GrantId;
  /** Why. Kept in the vault, as a text about the holder. */
  reason?: Remark | null;
}

/** A right of the person whose data they are. */
export type Right =
  /** To be told, where data come from her: Art. 13. */
  | "informed"
  /** To be told, where data come from elsewhere: Art. 14. */
  | "informed_elsewhere"
  /** To see her data: Art. 15. */
  | "access"
  /** To have them put right: Art. 16. */
  | "rectification"
  /** To have them erased: Art. 17. */
  | "erasure"
  /** To have their use restricted: Art. 18. */
  | "restriction"
  /** To take them along: Art. 20. */
  | "portability"
  /** To object: Art. 21. */
  | "objection"
  /** Not to be decided about by machines alone: Art. 22. */
  | "automated"
  /** To withdraw consent: Art. 7(3). */
  | "withdrawal"
  /** To complain to an authority: Art. 77. */
  | "complaint";

/** A right that goes with a purpose although it does not go with its basis, or the other way round. */
export interface RightException {
  /** Whether she has it. */
  applies: boolean;
  /** Why it differs. */
  reason: Localized;
  /** Which right. */
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

/** A party received a role. */
export interface RoleGranted {
  /** The grant's id. */
  grant: GrantId;
  /** Who received it. */
  holder: Holder;
  /** The item it holds on and below; the whole process if absent. */
  item?: ItemId;
  /** The stakeholder kind in which the holder received it. */
  kind: StakeholderKind;
  /** The organisation in whose name a person holds it. */
  organisation_id?: OrganisationId;
  /** What the decision read elsewhere. */
  relied_on?: Reliance[];
  /** The role. */
  role: Key;
  /**
   * Whether it was given from outside the process, since nobody in it could govern it any more: by an
   * administrator of the organisation that the process is run for, or by an operator where it is nobody's.
   */
  successor?: boolean;
  /** From when until when. */
  window: Window;
}

/** A grant ended, at the event's time. */
export interface RoleRevoked {
  /** The grant. */
  grant: GrantId;
  /** Why: a commitment to a text in the vault. */
  reason?: Commitment;
  /** What the decision read elsewhere. */
  relied_on?: Reliance[];
}

/** A role of the governance model. */
export interface RoleView {
  /** The stakeholder kinds that may hold it. */
  holders: StakeholderKind[];
  /** Its name. */
  name: ReadText;
  /** What it permits. */
  permissions: PermissionSet;
}

/** The rules of a process. */
export interface RulesRequest {
  /** The state that is asked about. */
  as_of?: AsOf;
  /** For which moment. */
  at: Timestamp;
  /** In which language; in the process's own if absent. */
  language?: Language | null;
  /** Which process. */
  process: ProcessId;
}

/** The rules of a process at one moment. */
export interface RulesView {
  /** The approvals that are open. */
  approvals: ApprovalView[];
  /** The acts that others are asked to stand behind. */
  approvals_asked: ApprovalRequestView[];
  /** The moment that is asked about. */
  at: Timestamp;
  /** The governance model. */
  governance: DocumentId;
  /** Every grant there ever was, in the order in which they were given. */
  grants: GrantView[];
  /** The governance model's name. */
  name: ReadText;
  /** How prerequisites are treated. */
  prerequisites: PrerequisitePolicy;
  /** The process. */
  process: ProcessId;
  /** Every restriction there ever was, in the order in which they were placed. */
  restrictions: RestrictionView[];
  /** The roles, by key. */
  roles: { [name: string]: RoleView };
  /** The version that is shown. */
  seq: Seq;
}

/** 16 bytes as lower-case hexadecimal. */
export type Salt = string;

/** Plans a task; a day that is absent is unset. Needs `item.schedule`. */
export interface ScheduleItem {
  /** The last day. */
  end?: Date | null;
  /** The task. */
  item: ItemId;
  /** The first day. */
  start?: Date | null;
}

/** Where it applies. */
export type Scope =
  /** In the European Union. */
  | "eu"
  /** In one country. */
  | "national"
  /** In one place. */
  | "local";

/** What is looked for. Everything that is said must hold; what is not said does not matter. */
export interface Search {
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
  /** Applying here. */
  scope?: Scope | null;
  /** For these, or for broader ones that contain them. */
  target?: Target | null;
  /**
   * Every word of this in the name, the overview, the description or the tags, in any language. Case does
   * not matter.
   */
  text?: string | null;
}

/** The interlinkers of a catalogue that are as asked for. */
export interface SearchRequest {
  /** Which catalogue. */
  catalogue: DocumentId;
  /** The language that names are read in; English if absent. */
  language?: Language | null;
  /** What is looked for; everything if absent. */
  search?: Search;
}

/** 32 bytes as lower-case hexadecimal. */
export type Seen = string;

/** One sentence. */
export interface Sentence {
  /** The language that its phrase is in, which is not always the one asked for. */
  language: Language;
  /** Its pieces, in order. */
  parts: Part[];
  /** All of it. */
  text: string;
}

/** How many events a stream has: its first event makes it version 1. */
export type Seq = number;

/** A task that an interlinker serves. */
export interface ServedTask {
  /** Which of its own problem profiles the interlinker answers. */
  answers: Key[];
  /** Which of those the interlinker answers that it has by the objective it lies in. */
  answers_of_objective: Key[];
  /** The task. */
  item: ItemId;
  /** Its name. */
  name: ReadText;
}

/** What it does for a service. */
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

/** In which language the engine participations refusals, reasons and what it shows, where a request names none. */
export interface SetLanguageRequest {
  /** The language; English if absent. */
  language?: Language | null;
}

/**
 * Records that an authority or a court decided where those who speak for somebody differ: their noes no longer stand in
 * the way of a yes. It is no yes itself, and a later no stands again. By an official of a public administration that
 * neither gains by it nor has one of them among its own.
 */
export interface SettleDisagreement {
  /** The public administration in whose name an official records it. */
  acting_for: HostId;
  /** Whose. */
  data_subject?: HostId | null;
  /** The SHA-256 of the decision. */
  evidence: FileDigest;
  /** The controller. */
  organisation: HostId;
  /** The purpose. */
  purpose: Key;
}

/** Why special categories of data may be processed all the same (GDPR Art. 9(2)). */
export type SpecialCondition =
  /** She consented explicitly: (a). */
  | "explicit_consent"
  /** Employment and social security law: (b). */
  | "employment_law"
  /** A life depends on it and she cannot consent: (c). */
  | "vital_interest"
  /** A non-profit body about its own members: (d). */
  | "own_members"
  /** She made them public herself: (e). */
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

/** Starts a task that is awaiting. Needs `task.start`, and that nothing enforced holds it back. */
export interface StartTask {
  /** The task. */
  item: ItemId;
}

/** What became of somebody's will about one purpose. The states of consent are those of the Data Privacy Vocabulary 2.3. */
export type State =
  /** Nothing is on record. */
  | "unknown"
  /** She was asked. */
  | "requested"
  /** She will decide later. */
  | "deferred"
  /** She consented. */
  | "given"
  /** She said no. */
  | "refused"
  /** She took her consent back. */
  | "withdrawn"
  /** Somebody else ended her consent. */
  | "revoked"
  /** Its time, its uses or what it was tied to came to an end. */
  | "expired"
  /** An authority found it invalid, possibly from an earlier moment on. */
  | "invalidated"
  /** She consented again. */
  | "renewed"
  /** She objects, and nobody has decided yet. */
  | "objected"
  /** Her objection stands. */
  | "objection_upheld"
  /** Grounds that override hers were shown, and stay on record. */
  | "objection_overruled";

/** How far an item is. */
export type Status =
  /** Not begun. */
  | "awaiting"
  /** Begun and not finished. */
  | "in_progress"
  /** Finished. */
  | "finished";

/** One thing to do. */
export interface StepView {
  /** By which command; absent where it is done outside: data that are past their time are deleted by whoever holds them. */
  act?: NextAct;
  /** Who has to stand behind it, and who does. */
  approvals?: ApprovalsView[];
  /** How many open tasks follow one another from here, this one first; 0 where it is no task. */
  chain: number;
  /** The purposes that are required here and have no basis. */
  consents?: ConsentLackView[];
  /** The last day for it. */
  due?: Date;
  /** How many tasks can go on once it is done, that wait for nothing else. */
  frees: number;
  /** What kind of step it is. */
  group: Group;
  /** The three interlinkers that answer its problem profiles best. */
  interlinkers?: Recommendation[];
  /** The item; the process as a whole, or an organisation, if absent. */
  item?: ItemId;
  /** What makes it this person's. */
  mine?: MineView;
  /** The name of the item, the process or the organisation. */
  name?: ReadText;
  /** The organisation whose duty it is. */
  organisation_id?: OrganisationId;
  /** Whether it is late. */
  overdue: boolean;
  /** The process. */
  process?: ProcessId;
  /** Whether it can be done now: the command would be taken at that moment. */
  ready: boolean;
  /** What the command is about besides the item. */
  refers: RefersView;
  /** Since when it is so, as far as that is known. */
  since?: Timestamp;
  /** What it waits for. */
  waits_for?: NextWaitView[];
  /** Why it is here, and what stands against it. */
  why: WhyView[];
}

/** Where data are kept, and how long. */
export interface Storage {
  /** The countries. */
  places: Country[];
  /** How long. */
  retention: Retention;
  /** On what ground they are kept outside the European Economic Area, where a country is. */
  transfer?: Transfer;
}

/** Data of a person for a purpose that are past their storage time: they are to be erased, or their person asked anew. */
export interface StorageView {
  /** Whose. */
  data_subject: PartyName;
  /** The purpose. */
  purpose: PurposeRef;
  /** Since when the time runs: since the last that happened to her consent. */
  since: Timestamp;
  /** What became of her consent. */
  state: State;
  /** When it was over. */
  until: Timestamp;
}

/** The story of a practice: INTERLINK's `data_story`. Public, and by whom it is told is not in it. */
export interface Story {
  /** The countries it took place in. */
  countries?: Country[];
  /** What happened. */
  description?: Localized;
  /** The last day. */
  end?: Date;
  /** Figures. */
  figures?: Figure[];
  /** What people had from taking part. */
  incentives?: Localized;
  /** The languages that were spoken. */
  languages?: Language[];
  /** What was learned. */
  lessons_learned?: Localized;
  /** What there is to read or use. */
  materials?: Material[];
  /** What was meant to be reached. */
  objectives?: Localized;
  /** The organisations that stand behind it. */
  owners?: Owner[];
  /** What was reached. */
  results: Localized;
  /** The first day. */
  start?: Date;
  /** The story in a line. */
  summary?: Localized;
  /** RulesAlone to find it by, per language. */
  tags?: { [name: string]: string[] };
  /** Its title. */
  title: Localized;
}

/** A story that was read. */
export interface StoryView {
  /** The licence that it names, if it is one: what `process.publish` asks for beside the story. */
  licence?: Licence;
  /** What was noticed in reading it. */
  report: Report;
  /** The story: what `process.publish` takes. */
  story: Story;
}

/** A stream of the journal. */
export type StreamId = StreamOf<keyof StreamIds>;

/** The streams of the store. */
export interface StreamsRequest {
  /** The stream after which to begin; at the first if absent. */
  after?: StreamId | null;
  /** How many at most; 10 000 is the most there is. */
  limit: number;
}

/** Streams of the store. */
export interface StreamsView {
  /** In the order of their names. */
  streams: StreamId[];
}

/** Everything that is held about a person. */
export interface SubjectAccessRequest {
  /** In which language events are told; in English if absent. */
  language?: Language | null;
  /** Who, by the host's id. About somebody whom nobody knows, nothing is held. */
  person: HostId;
}

/** Everything that is held about a person: what the vault has of her, and every event with her pseudonym in it. */
export interface SubjectAccessView {
  /** What she said about her data, as it stood with the last event; `receipt` writes each for her. */
  consents: ConsentView[];
  /** The texts about her that a law wants kept, whatever she asks. */
  kept: KeptView[];
  /** The same to read, in Markdown. */
  markdown: string;
  /** Who. */
  person: PartyName;
  /** The texts about her or by her. */
  texts: Held[];
  /** What is on record, in order. */
  traces: Trace[];
}

/** A matter that somebody speaks about. */
export interface SubjectMatter {
  /** The version of a notice. */
  notice?: DocumentId;
  /** The controller. */
  organisation_id: OrganisationId;
  /** The purpose. */
  purpose?: Key;
}

/**
 * A matter that somebody speaks about: all purposes of a controller, one with what lies within it, those of one version
 * of a notice, or that one as that version says it.
 */
export interface SubjectMatterRef {
  /** The version of a notice: a yes is to no other. */
  notice?: DocumentId | null;
  /** The controller, by the host's id. */
  organisation: HostId;
  /** The purpose. */
  purpose?: Key | null;
}

/** The controller answered. */
export interface SubjectRequestAnswered {
  /** What became of it. */
  outcome: Outcome;
  /** Why: a commitment to a text in the vault. */
  reason?: Commitment;
  /** What the decision read elsewhere. */
  relied_on: Reliance[];
  /** The request. */
  request: SubjectRequestId;
}

/** The controller takes two months more. */
export interface SubjectRequestExtended {
  /** Why: a commitment to a text in the vault. */
  reason: Commitment;
  /** What the decision read elsewhere. */
  relied_on: Reliance[];
  /** The request. */
  request: SubjectRequestId;
}

/** 16 bytes as lower-case hexadecimal. */
export type SubjectRequestId = Id<"SubjectRequestId">;

/** She asks for something. */
export interface SubjectRequestMade {
  /** Whether the controller noted it, as it came to it by another way. */
  noted?: boolean;
  /** Of whom. */
  organisation_id: OrganisationId;
  /** What the decision read elsewhere. */
  relied_on: Reliance[];
  /** Whether somebody who speaks for her made it. */
  represented?: boolean;
  /** Its id. */
  request: SubjectRequestId;
  /** What. */
  right: Right;
  /** In her words: a commitment to a text in the vault. */
  text?: Commitment;
}

/** A request of a data subject, and its clock. */
export interface SubjectRequestView {
  /** When it was answered. */
  answered?: Timestamp;
  /** Until when it has to be answered. */
  due: Timestamp;
  /** Whether its time was extended. */
  extended: boolean;
  /** When the restriction that was granted on it ended. */
  lifted?: Timestamp;
  /** What became of it. */
  outcome?: Outcome;
  /** Whether it was not answered in time. */
  overdue: boolean;
  /** Who asks. */
  person: PartyName;
  /** When it was received. */
  received: Timestamp;
  /** Its id. */
  request: SubjectRequestId;
  /** What she asks for. */
  right: Right;
}

/** What data subjects asked of a controller. */
export interface SubjectRequestsRequest {
  /** For which moment. */
  at: Timestamp;
  /** The controller. */
  organisation_id: OrganisationId;
}

/** Everything that data subjects asked of a controller, and what it keeps of those who were erased. */
export interface SubjectRequestsView {
  /** Texts that a law wants kept, the first to end first. */
  kept: KeptView[];
  /** The first due first. */
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

/** Whom it is for. The broader ones contain the narrower ones. */
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
  /** Those who might use the service. */
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
  /** What was unmet, where the model only warns of it. */
  despite?: Unmet[];
  /** The task. */
  item: ItemId;
  /** What the decision read elsewhere. */
  relied_on?: Reliance[];
}

/** Somebody said how hard a task is. */
export interface TaskEstimated {
  /** In each kind of contribution. */
  complexity: Complexity;
  /** The task. */
  item: ItemId;
  /** What the decision read elsewhere. */
  relied_on?: Reliance[];
}

/** What is recommended for one task. */
export interface TaskRecommendations {
  /** The task. */
  item: ItemId;
  /** What helps it along, the best first. */
  recommendations: Recommendation[];
}

/** A finished task went back in progress. */
export interface TaskReopened {
  /** The task. */
  item: ItemId;
  /** What the decision read elsewhere. */
  relied_on?: Reliance[];
}

/** A task was started. */
export interface TaskStarted {
  /** What was unmet, where the model only warns of it. */
  despite?: Unmet[];
  /** The task. */
  item: ItemId;
  /** What the decision read elsewhere. */
  relied_on?: Reliance[];
}

/** The tasks of a process that an interlinker serves. */
export interface TasksServedRequest {
  /** The state that is asked about. */
  as_of?: AsOf;
  /** Which interlinker of the process's catalogue. */
  interlinker: Key;
  /** In which language; in the process's own if absent. */
  language?: Language | null;
  /** Which process. */
  process: ProcessId;
}

/** Tasks that an interlinker serves. */
export interface TasksServedView {
  /** The tasks, in the tree's order. */
  serves: ServedTask[];
}

/** A team was closed, and everybody's time in it ended at the event's time. */
export interface TeamClosed {
  /** Which. */
  team_id: TeamId;
}

/** A team was created; the actor leads it. */
export interface TeamCreated {
  /** What kind of stakeholder it is. */
  kind: StakeholderKind;
  /** Its name. */
  name: Localized;
  /** Its id. */
  team_id: TeamId;
}

/** A team has another name. */
export interface TeamEdited {
  /** Its name. */
  name: Localized;
  /** Which. */
  team_id: TeamId;
}

/** 16 bytes as lower-case hexadecimal. */
export type TeamId = Id<"TeamId">;

/** A person joined a team. */
export interface TeamMemberAdded {
  /** Who. */
  person_id: PersonId;
  /** Which team. */
  team_id: TeamId;
  /** From when until when. */
  window: Window;
}

/** A person left a team, at the event's time. */
export interface TeamMemberRemoved {
  /** Who. */
  person_id: PersonId;
  /** Which team. */
  team_id: TeamId;
}

/** A team was closed, and whoever was in it is in another from the event's time on. */
export interface TeamMerged {
  /** The team that goes on. */
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
  lead: PartyName;
  /** Who was, is or will be in it. */
  members: MembershipView[];
  /** Its name, in all its languages. */
  name: Localized;
  /** Its id. */
  team_id: TeamId;
}

/** The process took over a higher version of its template. */
export interface TemplateAdopted {
  /** What the change did. */
  effect: TemplateEffect;
  /** Why: a commitment to a text in the vault. */
  reason: Commitment;
  /** What the decision read elsewhere. */
  relied_on?: Reliance[];
  /** The template. */
  template: DocumentId;
}

/** A template as it is written. Fields stand in canonical order. */
export interface TemplateDocument {
  /** Who made it. */
  author?: string;
  /** What it is for. */
  description?: Localized;
  /** Says what kind of document this is. */
  document: TemplateMark;
  /** The installations that it is meant for, where it is not meant for all. */
  environments?: string[];
  /** The template's name for programs; all versions of a template share it. */
  id: Key;
  /** The languages that it is offered in. */
  languages?: Language[];
  /** Under what class of licence it may be used. */
  licence?: LicenceClass;
  /** The template's name for people. */
  name: Localized;
  /** The process that it was made from. */
  origin?: Origin;
  /** Its phases, in order. */
  phases: TemplatePhase[];
  /** RulesAlone to find it by, per language. */
  tags?: { [name: string]: string[] };
  /** Which version of the template this is, from 1. */
  version: number;
}

/** A template as it is written. Fields stand in canonical order. */
export interface TemplateDocumentInput {
  /** Who made it. */
  author?: string | null;
  /** What it is for. */
  description?: Localized | null;
  /** Says what kind of document this is. */
  document: TemplateMark;
  /** The installations that it is meant for, where it is not meant for all. */
  environments?: string[];
  /** The template's name for programs; all versions of a template share it. */
  id: Key;
  /** The languages that it is offered in. */
  languages?: Language[];
  /** Under what class of licence it may be used. */
  licence?: LicenceClass | null;
  /** The template's name for people. */
  name: Localized;
  /** The process that it was made from. */
  origin?: Origin | null;
  /** Its phases, in order. */
  phases: TemplatePhaseInput[];
  /** RulesAlone to find it by, per language. */
  tags?: { [name: string]: string[] };
  /** Which version of the template this is, from 1. */
  version: number;
}

/**
 * The difference that a new version of the template makes. Whoever changes a process in which work has begun
 * must declare it in full.
 */
export interface TemplateEffect {
  /** Items that come, by their keys. */
  items_added?: Key[];
  /** Items that the new version lacks and that are disabled. */
  items_retired?: ItemId[];
  /** Items whose texts or marks follow the new version. */
  items_reworded?: ItemId[];
  /** Prerequisites that come. */
  prerequisites_added?: Unmet[];
  /** Prerequisites that go. */
  prerequisites_removed?: Unmet[];
  /** What is waited for, enforced and unmet, and will not be waited for any more: gates that the change passes. */
  prerequisites_waived?: Unmet[];
}

/** The word `template`. */
export type TemplateMark =
  /** This document is a template. */
  | "template";

/** An objective of a template. */
export interface TemplateObjective {
  /** What it is about. */
  description?: Localized;
  /** Its name for programs, unique in the template. */
  key: Key;
  /** Its name for people. */
  name: Localized;
  /** What it waits for. */
  prerequisites?: TemplatePrerequisite[];
  /** The problem profiles that it answers. */
  problem_profiles?: Key[];
  /** Its tasks, in order. */
  tasks?: TemplateTask[];
}

/** A phase of a template. */
export interface TemplatePhase {
  /** Whether the service is delivered in it, not only designed. INTERLINK's `is_part_of_codelivery`. */
  codelivery: boolean;
  /** What it is about. */
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
  /** What it is about. */
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

/** An item of a template waits for another of it. */
export interface TemplatePrerequisite {
  /** The key of the other. */
  item: Key;
  /** What of it is waited for. */
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
  /** The problem profiles that it has. */
  problem_profiles?: Key[];
}

/** The organisation that keeps a text of somebody who was erased looks whose it is. */
export interface TextAttributed {
  /** By whom it is kept. */
  organisation_id: OrganisationId;
  /** What the decision read elsewhere. */
  relied_on: Reliance[];
  /** Which text. */
  text: Commitment;
}

/** A text file of a folder. */
export interface TextFile {
  /** The way to it in the folder, with `/` between the parts. */
  path: string;
  /** What stands in it. */
  text: string;
}

/** A text about her is kept when she is erased. */
export interface TextKept {
  /** Whether it stays known whose it is. */
  attributed?: boolean;
  /** Which of the exceptions it is. */
  exception: Exception;
  /** Which law. */
  law: Localized;
  /** By whom. */
  organisation_id: OrganisationId;
  /** What the decision read elsewhere. */
  relied_on: Reliance[];
  /** Which text. */
  text: Commitment;
  /** Until when. */
  until: Timestamp;
}

/** A text about her was put right. */
export interface TextRectified {
  /** A commitment to what stands there now. */
  now: Commitment;
  /** What the decision read elsewhere. */
  relied_on: Reliance[];
  /** The request; none where whoever wrote it put it right. */
  request?: SubjectRequestId;
  /** Which text. */
  text: Commitment;
}

/** Words were taken out of public texts. */
export interface TextRedacted {
  /** The documents that were written anew. */
  documents?: RedactedDocument[];
  /** The events of this stream that were written anew. */
  events?: RedactedEvent[];
  /** The documents in which the words still stand, since others rely on them. */
  left?: DocumentId[];
  /** Why: a commitment to a text in the vault. */
  reason: Commitment;
  /** What the decision read elsewhere. */
  relied_on?: Reliance[];
  /** What others were asked to stand behind in these words: commitments to texts that the vault forgot. */
  texts?: Commitment[];
}

/** A moment (RFC 3339). It is written in UTC with milliseconds, and what is finer is cut. */
export type Timestamp = string;

/** Something on record that she did or that names her. */
export interface Trace {
  /** The event. */
  event: Event;
  /** Its position in the store. */
  position: Position;
  /** The event in words. */
  sentence?: Sentence;
}

/** On what ground data leave the European Economic Area. */
export interface Transfer {
  /** The article that allows it. */
  ground: TransferTerm;
  /** What that is here, and where a copy of it can be had (Art. 13(1)(f)). */
  text: Localized;
}

/** A ground for a transfer of the Data Privacy Vocabulary 2.3, by name or IRI. */
export type TransferTerm = string;

/** Why data may leave the European Economic Area: Art. 30(1)(e). */
export interface TransferView {
  /** The article that allows it, by its term in the GDPR extension of the Data Privacy Vocabulary. */
  ground: TransferTerm;
  /** What that is. */
  text: ReadText;
}

/** Another plan took the place of the one that was there. */
export interface TreeReplaced {
  /** What the decision read elsewhere. */
  relied_on?: Reliance[];
  /** The template of the new plan; none for an empty one. */
  template?: DocumentId;
}

/** A process as a tree. */
export interface TreeRequest {
  /** The state that is asked about. */
  as_of?: AsOf;
  /** In which language; in the process's own if absent. */
  language?: Language | null;
  /** Which process. */
  process: ProcessId;
}

/** A process as a tree, in one language. */
export interface TreeView {
  /** The catalogue that it takes interlinkers from, if any. */
  catalogue?: DocumentId;
  /** When it was closed; nothing is changed in it since. */
  closed?: Timestamp;
  /** What it is about. */
  description?: ReadText;
  /** The last day it is planned for. */
  end?: Date;
  /** The governance model that it runs under. */
  governance: DocumentId;
  /** The languages that any of its texts is in. */
  languages: Language[];
  /** Its name. */
  name: ReadText;
  /** The organisation in whose name it was created. */
  organisation_id?: OrganisationId;
  /** The phases, in order. */
  phases: ItemView[];
  /** The process. */
  process: ProcessId;
  /** How far it is, in whole percent. */
  progress: number;
  /** Its publications as a good practice, the first first. */
  publications?: DocumentId[];
  /** The version that is shown. */
  seq: Seq;
  /** The first day it is planned for. */
  start?: Date;
  /** How far it is. */
  status: Status;
  /** The template that it follows. */
  template?: DocumentId;
}

/** A prerequisite that was unmet when work went on in spite of it, since the governance model only warns. */
export interface Unmet {
  /** The item that has the prerequisite: the task itself, or one it lies in. */
  item: ItemId;
  /** What was waited for. */
  needs: Needs;
  /** In which item. */
  on: ItemId;
}

/** Why points do not rest on finished work. */
export type Unsettled =
  /** The task was reopened and is not finished again. */
  | "reopened"
  /** The task was disabled, or something that it lies in was. */
  | "disabled";

/** Takes a verification back, as an operator of the store. */
export type UnverifyOrganisation = Record<string, never>;

/** An absolute URI that is shown, never followed. */
export type Uri = string;

/** How much interlinkers are used, process by process. */
export interface UsageRequest {
  /** Which interlinker; all if absent. */
  interlinker?: Key | null;
  /** In which process; in all of the store if absent. */
  process?: ProcessId | null;
}

/** How much interlinkers are used. */
export interface UsageView {
  /** One entry for each process and interlinker, in the order of their ids. */
  usage: InterlinkerUse[];
}

/**
 * Uses a consent up once, in the name of the controller; or sets a use aside for a gate, which the next act that passes
 * it takes. A use for a gate is also set aside by herself, or by whoever speaks for her.
 */
export interface UseConsent {
  /** Whose consent. */
  data_subject?: HostId | null;
  /** The controller. */
  organisation: HostId;
  /** The purpose. */
  purpose: Key;
  /** The gate that the use is for: where a process requires the purpose. */
  requirement?: RequirementId | null;
}

/** For how long a consent holds. There is no “for ever”. */
export type Validity = { days: number } | { until: Timestamp } | { until_event: Key } | { uses: number };

/** An act that changes the state. */
export type Verb =
  /** To ask for consent. */
  | "request"
  /** To put the decision off. */
  | "defer"
  /** To consent. */
  | "give"
  /** To say no. */
  | "refuse"
  /** To consent again, before or after the end. */
  | "renew"
  /** To take consent back. */
  | "withdraw"
  /** To end somebody else's consent. */
  | "revoke"
  /** To note that what a consent was tied to has come. */
  | "expire"
  /** To use it up once. */
  | "use"
  /** To note that an authority found it invalid. */
  | "invalidate"
  /** To object. */
  | "object"
  /** To take an objection back. */
  | "withdraws_objection"
  /** To accept an objection. */
  | "uphold"
  /** To show grounds that override an objection. */
  | "overrule"
  /** To let an upheld objection stand again, of somebody who was erased and came back. Nobody gives it. */
  | "resume";

/** What an operator of the store verified an organisation to be. */
export interface VerificationView {
  /** When. */
  at: Timestamp;
  /** By whom. */
  by: PartyName;
  /** The SHA-256 of what the operator saw. */
  evidence?: FileDigest;
  /** Whether an operator of this store did it. What others' operators verified gives no right here. */
  here: boolean;
  /** Its entry in a public register. */
  register: RegisterEntry;
}

/** A stream that is whole. */
export interface Verified {
  /** The id of its last event: keep it elsewhere, and nobody can shorten or rewrite the stream unnoticed. */
  head: EventId;
  /** How many events it has. */
  seq: Seq;
  /** The stream. */
  stream: StreamId;
}

/** A store that is whole. */
export interface VerifiedStore {
  /** How many events they have together. */
  events: number;
  /** Its streams. */
  streams: Verified[];
  /** How many entries of the vault match their commitments. */
  vault_entries: number;
}

/** Notes, as an operator of the store, that the organisation is what it participations it is. */
export interface VerifyOrganisation {
  /** The SHA-256 of what the operator saw, such as an extract from the register. */
  evidence?: FileDigest | null;
  /** What kind of stakeholder it is by the register; from then on that is its kind. */
  kind: StakeholderKind;
  /** Its entry in the register. */
  register: RegisterEntry;
}

/** Checks one stream, or the whole store. */
export interface VerifyRequest {
  /** An event that is known to belong to the stream. */
  expected?: ExpectedHead | null;
  /** Which stream; all if absent. */
  stream?: StreamId | null;
}

/** One version of an asset. */
export interface VersionView {
  /** Since when. */
  at: Timestamp;
  /** Who made it. */
  by: PartyName;
  /** What it is. */
  content: Content;
}

/** One thing that an item waits for. */
export interface Wait {
  /** Whether it holds work back or is only pointed out. */
  enforcement: Enforcement;
  /** What of it. */
  needs: Needs;
  /** The item that is waited for. */
  on: ItemId;
  /** Who let work begin all the same. */
  passed?: PrerequisiteWaive;
  /** Whether it stands in the way now: it is not met, its gate was not passed, and the other is enabled. */
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
  /** The state that is asked about. */
  as_of?: AsOf;
  /** For which moment. */
  at: Timestamp;
  /** On which item; on the process as a whole if absent. */
  item?: ItemId | null;
  /** What. */
  permission: Permission;
  /** In which process. */
  process: ProcessId;
}

/** A reason: its code, a sentence, and its facts. */
export interface WhyView {
  /** The stable code. */
  code: Code;
  /** What it says, for programs. */
  facts: FactsView;
  /** The language that the sentence is in, which is not always the one asked for. */
  language: Language;
  /** What it says, for people. */
  message: string;
}

/** From a moment (included) until a moment (excluded), or without end. */
export interface Window {
  from: Timestamp;
  until?: Timestamp;
}

/** Takes back an approval of one's own that has not been used. */
export interface WithdrawApproval {
  /** Which approval. */
  approval: ApprovalId;
}

/** Takes an assignment back. Needs `task.assign` on its task, or to be the person asked. */
export interface WithdrawAssignment {
  /** Which. */
  assignment: AssignmentId;
}

/** Takes a consent back. Nobody asks for a reason (Art. 7(3)). */
export interface WithdrawConsent {
  /** Whose consent, if not the actor's own. */
  data_subject?: HostId | null;
  /** The controller. */
  organisation: HostId;
  /** The purpose. */
  purpose: Key;
}

/**
 * Takes back a claim of one's own that was not reviewed; or what somebody else recorded of oneself, as long as one has
 * not confirmed it and no points were awarded for it.
 */
export interface WithdrawContribution {
  /** Which. */
  contribution: ContributionId;
}

/** Ends a notice: from now on nothing is processed on what it says. */
export interface WithdrawNotice {
  /** Its name, the same in all versions. */
  notice: Key;
}

/** Takes an objection back. */
export interface WithdrawObjection {
  /** Whose objection, if not the actor's own. */
  data_subject?: HostId | null;
  /** The controller. */
  organisation: HostId;
  /** The purpose. */
  purpose: Key;
}

/** Takes the actor's rating back. */
export interface WithdrawRating {
  /** Of what. */
  rated: Rated;
}

/** How to withdraw consent. */
export interface Withdrawal {
  /** Where. */
  at: Uri;
  /** How. */
  how: Localized;
}

/** How work and credit are treated. */
export interface WorkPolicy {
  /** Whether the first asset of a task that is awaiting starts the task. */
  asset_starts_task?: boolean;
  /** Whether people may review their own contributions. */
  self_review?: boolean;
}

/** The work of a process and the credit for it. */
export interface WorkRequest {
  /** The state that is asked about. */
  as_of?: AsOf;
  /** The moment for which to say what must stop, since a basis is missing. */
  at?: Timestamp | null;
  /** Of which process. */
  process: ProcessId;
}

/** The work of a process and the credit for it. */
export interface WorkView {
  /** Every assignment, in order. */
  assignments: AssignmentView[];
  /** Every award, in order. */
  awards: AwardView[];
  /** How hard tasks are, where somebody said. */
  complexities: { [name: string]: Complexity };
  /** Every contribution, in order. */
  contributions: ContributionView[];
  /**
   * Assignments and claims that must stop at the moment that was asked about, since a purpose that is required there
   * has no basis; nothing if no moment was.
   */
  must_stop?: MustStopView[];
  /** Every request to take part, in order. */
  participations: ParticipationView[];
  /** The process. */
  process: ProcessId;
}

/** Writes a process as an export of the INTERLINK platform. */
export interface WriteArchiveRequest {
  /** What assets hold, as far as the host has it, in any order: each is known by its SHA-256. What is missing is reported. */
  files?: Base64[];
  /** Which process. */
  process: ProcessId;
}

/** A catalogue in INTERLINK's folders. */
export interface WriteCatalogueRequest {
  /** Which catalogue. */
  catalogue: DocumentId;
}

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
