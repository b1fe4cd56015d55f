import type { DocumentInput, NoticeDocumentInput, TemplateDocumentInput } from "interlink";

const text = (en: string, es: string, it: string, lv: string) => ({ en, es, it, lv });

/** The only task that requires a consent. */
export const WANTS_CONSENT = "letters";

/**
 * The city sends letters only to people who consented, so this task needs a consent. No other task does: nothing
 * waits for it, and the same news is posted in the village hall. A consent on which the rest depended would not be free (GDPR Art. 7(4)).
 */
const touch: NonNullable<TemplateDocumentInput["phases"]>[number] = {
  key: "touch",
  name: text("Stay in touch", "Mantener el contacto", "Restare in contatto", "Uzturēt saziņu"),
  objectives: [
    {
      key: "news",
      name: text("News from the city", "Noticias del ayuntamiento", "Notizie dal comune", "Pašvaldības ziņas"),
      tasks: [
        {
          key: WANTS_CONSENT,
          name: text("Try the city's letters", "Probar las cartas del ayuntamiento", "Provare le lettere del comune", "Izmēģināt pašvaldības vēstuļu saņemšanu"),
          description: text(
            "For people who agree to receive letters. Nothing else waits for it, and the same news is posted in the village hall.",
            "Para quien acepta que le escriban. Nada más depende de ello, y las mismas noticias están en el tablón del centro cívico.",
            "Per chi accetta di ricevere lettere. Nient'altro ne dipende, e le stesse notizie sono affisse nella sala civica.",
            "Tiem, kas piekrīt saņemt vēstules. Nekas cits no tā nav atkarīgs, un tās pašas ziņas ir izliktas tautas namā.",
          ),
        },
      ],
    },
  ],
};

/** A plan in all four languages. */
const repairs: TemplateDocumentInput = {
  document: "template",
  id: "demo.repairs",
  version: 1,
  languages: ["en", "es", "it", "lv"],
  licence: "permissive",
  name: text("A repair café", "Un café de reparaciones", "Un caffè delle riparazioni", "Remonta kafejnīca"),
  description: text(
    "Neighbours and the city mend things together, once a month in the village hall.",
    "El vecindario y el ayuntamiento arreglan cosas en común, una vez al mes, en el centro cívico.",
    "Vicini e comune aggiustano insieme gli oggetti, una volta al mese nella sala civica.",
    "Kaimiņi un pašvaldība reizi mēnesī tautas namā kopā labo lietas.",
  ),
  phases: [
    {
      key: "meet",
      name: text("Come together", "Reunirse", "Trovarsi", "Sanākt kopā"),
      objectives: [
        {
          key: "people",
          name: text("Find the people", "Encontrar a las personas", "Trovare le persone", "Atrast cilvēkus"),
          tasks: [
            { key: "invite", name: text("Invite the street", "Invitar al vecindario", "Invitare chi abita nella via", "Uzaicināt ielas iedzīvotājus"), description: text("Go from door to door, and ask who can mend what.", "Ir de puerta en puerta y preguntar quién sabe arreglar qué.", "Andare di porta in porta e chiedere chi sa aggiustare che cosa.", "Iet no durvīm pie durvīm un jautāt, kurš ko prot salabot.") },
            { key: "skills", name: text("List who can do what", "Anotar quién sabe hacer qué", "Elencare chi sa fare che cosa", "Pierakstīt, kurš ko prot"), prerequisites: [{ item: "invite", needs: "in_progress" }] },
          ],
        },
        {
          key: "rules",
          name: text("Agree on the rules", "Acordar las reglas", "Concordare le regole", "Vienoties par noteikumiem"),
          tasks: [{ key: "agreement", name: text("Write a page of rules", "Escribir una página de reglas", "Scrivere una pagina di regole", "Uzrakstīt noteikumus vienā lapā") }],
        },
      ],
    },
    {
      key: "prepare",
      name: text("Prepare", "Preparar", "Preparare", "Sagatavoties"),
      prerequisites: [{ item: "meet", needs: "finished" }],
      objectives: [
        {
          key: "place",
          name: text("A place and tools", "Un lugar y herramientas", "Un luogo e gli attrezzi", "Vieta un darbarīki"),
          tasks: [
            { key: "hall", name: text("Book the hall", "Reservar la sala", "Prenotare la sala", "Rezervēt zāli") },
            { key: "tools", name: text("Collect tools", "Reunir herramientas", "Raccogliere gli attrezzi", "Savākt darbarīkus") },
            { key: "insurance", name: text("See to insurance", "Ocuparse del seguro", "Pensare all'assicurazione", "Nokārtot apdrošināšanu"), prerequisites: [{ item: "hall", needs: "finished" }] },
          ],
        },
      ],
    },
    {
      key: "open",
      name: text("Open", "Abrir", "Aprire", "Atvērt"),
      codelivery: true,
      prerequisites: [{ item: "prepare", needs: "finished" }],
      objectives: [
        {
          key: "first",
          name: text("The first evening", "La primera tarde", "La prima sera", "Pirmais vakars"),
          tasks: [
            { key: "evening", name: text("Mend things", "Arreglar cosas", "Aggiustare gli oggetti", "Labot lietas") },
            { key: "look-back", name: text("See what it was worth", "Valorar el resultado", "Valutare il risultato", "Izvērtēt paveikto"), prerequisites: [{ item: "evening", needs: "finished" }] },
          ],
        },
      ],
    },
    touch,
  ],
};

/** A plan in two languages; in the others its texts are shown in English, and marked as such. */
const bus: TemplateDocumentInput = {
  document: "template",
  id: "demo.bus",
  version: 1,
  languages: ["en", "it"],
  licence: "permissive",
  name: { en: "A bus for the valley", it: "Un autobus per la valle" },
  description: { en: "A bus that comes when somebody calls it, planned with the people who need it.", it: "Un autobus che arriva quando lo si chiama, progettato con chi ne ha bisogno." },
  phases: [
    {
      key: "ask",
      name: { en: "Ask", it: "Chiedere" },
      objectives: [
        {
          key: "needs",
          name: { en: "Who needs it", it: "Chi ne ha bisogno" },
          tasks: [
            { key: "trips", name: { en: "Note where people go", it: "Annotare dove va la gente" } },
            { key: "times", name: { en: "Note when they go", it: "Annotare quando ci va" } },
          ],
        },
      ],
    },
    {
      key: "try",
      name: { en: "Try it", it: "Provare" },
      prerequisites: [{ item: "ask", needs: "finished" }],
      objectives: [
        {
          key: "weeks",
          name: { en: "Four weeks", it: "Quattro settimane" },
          tasks: [
            { key: "drive", name: { en: "Drive on call", it: "Guidare a chiamata" } },
            { key: "count", name: { en: "Count who came", it: "Contare chi è venuto" } },
          ],
        },
      ],
    },
    touch,
  ],
};

export const PLANS = { repairs, bus } as const;
export type Plan = keyof typeof PLANS;

/** The city's notice about the data that it asks for. */
export const NOTICE: NoticeDocumentInput = {
  document: "notice",
  id: "demo.taking-part",
  version: 1,
  jurisdiction: "IT",
  languages: ["en", "es", "it", "lv"],
  uri: "https://city.example/notices/taking-part/1",
  title: text("Taking part", "Participar", "Partecipare", "Piedalīšanās"),
  text: text(
    "The city would like to write to you about the service that you plan together. You can refuse, and change your mind at any time.",
    "El ayuntamiento desea escribirle sobre el servicio que planifican en común. Puede decir que no y cambiar de opinión en cualquier momento.",
    "Il comune vorrebbe scriverle sul servizio che progettate insieme. Può dire di no e cambiare idea in qualsiasi momento.",
    "Pašvaldība vēlas jums rakstīt par pakalpojumu, ko kopā plānojat. Jūs varat atteikties un jebkurā brīdī pārdomāt.",
  ),
  controllers: [{ name: text("The city", "El ayuntamiento", "Il comune", "Pašvaldība"), address: { en: "1 Harbour Square" }, contact: "mailto:privacy@city.example", phone: "+39 000 000000", uri: "https://city.example" }],
  officer: { name: { en: "The data protection officer of the city" }, contact: "mailto:dpo@city.example" },
  authority: { address: { en: "2 Law Street" }, name: { en: "The data protection authority" }, uri: "https://authority.example/complaints" },
  collection: { data_subject: {} },
  recipients: [{ id: "printer", name: text("The city's printing house", "La imprenta municipal", "La tipografia del comune", "Pašvaldības tipogrāfija"), address: { en: "3 Print Street" }, contact: "mailto:office@printer.example", country: "IT", recipient_role: "processor" }],
  purposes: [
    {
      id: "keep-in-touch",
      name: text("Keeping in touch", "Mantener el contacto", "Restare in contatto", "Uzturēt saziņu"),
      description: text("The city writes to you about this service.", "El ayuntamiento le escribe sobre este servicio.", "Il comune le scrive su questo servizio.", "Pašvaldība jums raksta par šo pakalpojumu."),
      basis: "consent",
      term: "CommunicationManagement",
      data: [{ category: "EmailAddress", necessity: "required" }],
      data_subject_categories: ["Citizen"],
      processing: ["Collect", "Store", "Use"],
      recipients: ["printer"],
      storage: { places: ["IT"], retention: { days: 365 } },
      freely_given: text(
        "If you refuse, you can still take part in everything else, and read the same news in the village hall.",
        "Quien no da su consentimiento participa igualmente en todo lo demás y puede leer las mismas noticias en el centro cívico.",
        "Chi non dà il consenso partecipa comunque a tutto il resto e può leggere le stesse notizie nella sala civica.",
        "Tie, kas nepiekrīt, tāpat piedalās visā pārējā un tās pašas ziņas var lasīt tautas namā.",
      ),
      valid_days: 365,
    },
  ],
  rights_at: "https://city.example/your-data",
  notify_within_days: 14,
  withdrawal: { uri: "https://city.example/withdraw", how: text("One button, on this page.", "Un botón, en esta página.", "Un pulsante, in questa pagina.", "Viena poga šajā lapā.") },
};

export const DOCUMENTS: readonly DocumentInput[] = [repairs, bus, NOTICE];
