/* The table of a paragraf: everything that is dealt with, decided and said at one §. */
#include "meeting/rows.h"

#define PART(id) .part = (PK_KEY_PART + PK_PART_##id)

static const struct pk_key rows_avsnitt[] = {
	{ "rubrik", SINCE, LINE(pk_section, rubrik), .flags = PK_KEY_NEEDED,
		.help = "Avsnittets rubrik", .example = "Barnkonsekvensanalys" },
	{ "text", SINCE, TEXT(pk_section, text), .help = "Avsnittets text" },
};
SHARED_TABLE(avsnitt, "avsnitt", "avsnitt", rows_avsnitt);

static const struct pk_key rows_tidigare[] = {
	{ "organ", SINCE, LINE(pk_earlier, organ), .flags = PK_KEY_NEEDED,
		.help = "Organet som behandlade ärendet", .example = "Socialnämndens arbetsutskott" },
	{ "paragraf", SINCE, .type = PK_TYPE_NR, .read = pk_read_foreign_nr,
		TO(pk_earlier, paragraf), .help = "Paragrafens nummer där" },
	{ "datum", SINCE, DAY(pk_earlier, datum), .help = "Dagen för det sammanträdet" },
};
SHARED_TABLE(tidigare, "tidigare", "tidigare", rows_tidigare);

static const struct pk_key rows_jav[] = {
	{ "namn", SINCE, .type = PK_TYPE_WHO, .flags = PK_KEY_NEEDED, .read = pk_read_who,
		TO(pk_jav, who), .help = "Den som har jäv", .example = "Karin Holm" },
	{ "ersättare", SINCE, .type = PK_TYPE_WHO, .read = pk_read_who, TO(pk_jav, ersattare),
		.help = "Den som tjänstgör i stället under paragrafen" },
	{ "lämnar", SINCE, .type = PK_TYPE_YES_NO, .read = pk_read_told, TO(pk_jav, lamnar),
		.help = "Om personen lämnar lokalen" },
	{ "skäl", SINCE, LINE(pk_jav, skal), .help = "Grunden för jävet, som den ska tryckas" },
};
SHARED_TABLE(jav, "jav", "jäv", rows_jav);

static const struct pk_key rows_rattelse[] = {
	{ "datum", SINCE, DAY(pk_rattelse, datum), .flags = PK_KEY_NEEDED,
		.help = "Dagen för rättelsen" },
	{ "av", SINCE, LINE(pk_rattelse, av), .help = "Den som har rättat, med roll" },
	{ "avser", SINCE, LINE(pk_rattelse, avser), .help = "Vad rättelsen gäller" },
	{ "stod", SINCE, LINE(pk_rattelse, stod), .help = "Orden som stod" },
	{ "rättat", SINCE, LINE(pk_rattelse, rattat), .flags = PK_KEY_NEEDED,
		.help = "Orden som är rätt", .example = "3 maj" },
	{ "grund", SINCE, LINE(pk_rattelse, grund), .help = "Skälet till rättelsen: Skrivfel" },
};
SHARED_TABLE(rattelse, "rattelse", "rättelser", rows_rattelse);

static const struct pk_key rows_forslag[] = {
	{ "till", SINCE, LINE(pk_forslag, till), .flags = PK_KEY_NEEDED,
		.help = "Organet som förslaget går till", .example = "kommunfullmäktige" },
	{ "beslut", SINCE, TEXTS(pk_forslag, beslut),
		.help = "Vad det organet föreslås besluta, en punkt för varje",
		.example = "Taxan fastställs." },
};
SHARED_TABLE(forslag, "forslag", "förslag", rows_forslag);

static const struct pk_key rows_yrkande[] = {
	{ "av", SINCE, NEEDED_NAMES(pk_yrkande, av),
		.help = "Den eller de som yrkar", .example = "Per Lindgren" },
	{ "typ", SINCE, .type = PK_TYPE_WORD, .read = pk_read_choice_past_default,
		TO(pk_yrkande, typ),
		.words = "bifall avslag ändring tillägg återremiss bordläggning",
		.help = "Yrkandets slag; utan slag trycks bara texten" },
	{ "på", SINCE, LINE(pk_yrkande, pa), .help = "Förslaget som yrkandet gäller" },
	{ "text", SINCE, TEXT(pk_yrkande, text), .help = "Yrkandets ord" },
	{ "instämmer", SINCE, NAMES(pk_yrkande, instammer), .help = "De som instämmer i yrkandet" },
};
SHARED_TABLE(yrkande, "yrkande", "yrkanden", rows_yrkande);

#define SIDE(name_, help_) { (name_), SINCE, .type = PK_TYPE_VOTERS, .read = pk_read_side, \
	.help = (help_) }
#define SUM(name_, help_) { (name_), SINCE, .type = PK_TYPE_NUMBER, .read = pk_read_sum, \
	.help = (help_) }

static const struct pk_key rows_summa[] = {
	SUM("ja", "Antalet ja-röster"),
	SUM("nej", "Antalet nej-röster"),
	SUM("avstår", "Hur många som avstår"),
	SUM("frånvarande", "Hur många som är frånvarande"),
};
SHARED_TABLE(summa, "summa", "summa", rows_summa);

static const struct pk_key rows_omrostning[] = {
	{ "slag", SINCE, WORD(pk_omrostning, slag, "omröstning huvudvotering motförslag minoritet"),
		.help = "Omröstningens slag, om den inte är en vanlig omröstning" },
	{ "ja_betyder", SINCE, LINE(pk_omrostning, ja_betyder), .help = "Vad en ja-röst betyder" },
	{ "nej_betyder", SINCE, LINE(pk_omrostning, nej_betyder),
		.help = "Vad en nej-röst betyder" },
	SIDE("ja", "Ja-rösterna: ett antal, namn, eller övriga för alla som inte nämns"),
	SIDE("nej", "Nej-rösterna, på samma sätt"),
	SIDE("avstår", "De som avstår, på samma sätt"),
	SIDE("frånvarande", "De som är frånvarande vid omröstningen, på samma sätt"),
	{ "blanka", SINCE, .type = PK_TYPE_NUMBER, .read = pk_read_blank_votes,
		.help = "Antalet blanka röster i en sluten omröstning" },
	{ "ogiltiga", SINCE, .type = PK_TYPE_NUMBER, .read = pk_read_invalid_votes,
		.help = "Antalet ogiltiga röster i en sluten omröstning" },
	{ "sluten", SINCE, YES_NO(pk_omrostning, sluten),
		.help = "Om omröstningen är sluten: då anges bara antal" },
	{ "avgörande", SINCE, .type = PK_TYPE_WORD, .words = "utslagsröst lottning",
		.read = pk_read_choice_past_default, TO(pk_omrostning, avgorande),
		.help = "Vad som avgör vid lika röstetal" },
	{ "utfall", SINCE, .type = PK_TYPE_YES_NO, .read = pk_read_told,
		TO(pk_omrostning, utfall),
		.help = "Sidan som vann, där det inte följer av rösterna" },
	{ "summa", SINCE, .type = PK_TYPE_MAP, .children = &pk_keys_summa, .read = pk_read_summa,
		.help = "Röstetalen; behövs där en sida är övriga" },
	{ "redovisning", SINCE, .type = PK_TYPE_WORD, .words = "summa löptext rader matris",
		.read = pk_read_vote_layout, TO(pk_omrostning, redovisning),
		.help = "Hur omröstningen trycks" },
};
SHARED_TABLE(omrostning, "omrostning", "omröstningar", rows_omrostning);

static const struct pk_key rows_reservation[] = {
	{ "av", SINCE, NEEDED_NAMES(pk_reservation, av),
		.help = "De som reserverar sig", .example = "Per Lindgren" },
	{ "grupp", SINCE, LINE(pk_reservation, grupp),
		.help = "Hur de trycks i stället för sina namn: Ledamöterna från M" },
	{ "för", SINCE, LINE(pk_reservation, for_vad), .help = "Till förmån för vad: eget yrkande" },
	{ "text", SINCE, TEXT(pk_reservation, text), .help = "Reservationens ord" },
	{ "bilaga", SINCE, .type = PK_TYPE_NUMBER, .read = pk_read_bilaga_number,
		TO(pk_reservation, bilaga), .help = "Numret på bilagan med reservationen" },
};
SHARED_TABLE(reservation, "reservation", "reservationer", rows_reservation);

static const struct pk_key rows_anteckning[] = {
	{ "av", SINCE, NEEDED_NAMES(pk_anteckning, av),
		.help = "De som yttrar sig", .example = "Sara Nyqvist" },
	{ "text", SINCE, TEXT(pk_anteckning, text), .help = "Deras ord" },
	{ "bilaga", SINCE, .type = PK_TYPE_NUMBER, .read = pk_read_bilaga_number,
		TO(pk_anteckning, bilaga), .help = "Numret på bilagan med orden" },
};
SHARED_TABLE(anteckning, "anteckning", "anteckningar", rows_anteckning);

static const struct pk_key rows_delegation[] = {
	{ "nr", SINCE, LINE(pk_delegation, nr), .help = "Beslutets nummer" },
	{ "datum", SINCE, DAY(pk_delegation, datum), .help = "Dagen för beslutet" },
	{ "dnr", SINCE, LINE(pk_delegation, dnr), .help = "Diarienummer" },
	{ "beslut", SINCE, LINE(pk_delegation, beslut), .flags = PK_KEY_NEEDED,
		.help = "Vad som har beslutats", .example = "Yttrande till länsstyrelsen" },
	{ "delegat", SINCE, LINE(pk_delegation, delegat), .help = "Den som har beslutat" },
};
SHARED_TABLE(delegation, "delegation", "delegationsbeslut", rows_delegation);

static const struct pk_key rows_anmalan[] = {
	{ "datum", SINCE, DAY(pk_anmalan, datum), .help = "Skrivelsens dag" },
	{ "dnr", SINCE, LINE(pk_anmalan, dnr), .help = "Diarienummer" },
	{ "ärende", SINCE, LINE(pk_anmalan, arende), .flags = PK_KEY_NEEDED,
		.help = "Vad skrivelsen gäller", .example = "Tillsynsbeslut" },
	{ "från", SINCE, LINE(pk_anmalan, fran), .help = "Avsändaren" },
};
SHARED_TABLE(anmalan, "anmalan", "anmälningar", rows_anmalan);

static const struct pk_key rows_omedelbar[] = {
	{ "datum", SINCE, DAY(pk_omedelbar, datum),
		.help = "Dagen för den omedelbara justeringen; annars paragrafens dag" },
	{ "justerare", SINCE, NAMES(pk_omedelbar, justerare),
		.help = "De som justerar paragrafen; annars mötets justerare" },
	{ "plats", SINCE, LINE(pk_omedelbar, plats), .help = "Platsen för justeringen" },
	{ "anslag", SINCE, DAY(pk_omedelbar, anslag),
		.help = "Dagen då anslaget om paragrafen sattes upp; annars justeringens dag" },
};
SHARED_TABLE(omedelbar, "omedelbar", "omedelbar_justering", rows_omedelbar);

static const struct pk_key rows_mottagare[] = {
	{ "åtgärd", SINCE, .flags = PK_KEY_MANY, .read = pk_read_lines, TO(pk_paragraf, mottagare),
		.help = "De som får beslutet för åtgärd" },
	{ "kännedom", SINCE, .flags = PK_KEY_MANY, .read = pk_read_lines,
		TO(pk_paragraf, for_kannedom), .help = "De som får beslutet för kännedom" },
};
SHARED_TABLE(mottagare, "mottagare", "mottagare", rows_mottagare);

static const struct pk_key rows_sekretess[] = {
	{ "lagrum", SINCE, LINE(pk_sekretess, lagrum), .flags = PK_KEY_NEEDED,
		.help = "Lagrummet för sekretessen", .example = "26 kap. 1 § OSL" },
	{ "rubrik", SINCE, LINE(pk_sekretess, rubrik),
		.help = "Rubriken i den offentliga utgåvan, i stället för Sekretessärende" },
	{ "omfattar", SINCE, .type = PK_TYPE_WORD, .words = "allt markerat",
		.read = pk_read_secret_extent, TO(pk_sekretess, marked),
		.help = "Hela paragrafen, eller bara det som står mellan (( och ))" },
};
SHARED_TABLE(sekretess, "sekretess", "sekretess", rows_sekretess);

static const struct pk_key rows_paragraf[] = {
	{ "nr", SINCE, .type = PK_TYPE_NR, .read = pk_read_nr,
		.help = "Paragrafens nummer: det första behövs, sedan löper de", .example = "330" },
	{ "rubrik", SINCE, LINE(pk_paragraf, rubrik), .flags = PK_KEY_NEEDED,
		.help = "Ärendets rubrik", .example = "Ekonomirapport april 2024" },
	{ "dnr", SINCE, LINE(pk_paragraf, dnr), .help = "Ärendets diarienummer" },
	{ "dag", SINCE, .type = PK_TYPE_DATE, .read = pk_read_paragraf_day, TO(pk_paragraf, dag),
		.help = "Dagen för paragrafen, när mötet varar flera dagar" },
	{ "tidigare", SINCE, MAPS(pk_keys_tidigare, pk_read_tidigare),
		.help = "Ärendets tidigare behandling" },
	{ "jäv", SINCE, MAPS(pk_keys_jav, pk_read_jav), PART(JAV),
		.help = "De som anmäler jäv i ärendet" },
	{ "rättelser", SINCE, MAPS(pk_keys_rattelse, pk_read_rattelser), PART(RATTELSER),
		.help = "Rättelser som har gjorts efter justeringen" },
	{ "beslut", SINCE, .type = PK_TYPE_TEXT, .flags = PK_KEY_MANY | PK_KEY_OR_NO, PART(BESLUT),
		.read = pk_read_beslut, .help = "Beslutet, en punkt för varje; nej om inget skulle beslutas" },
	{ "beslutsform", SINCE, .type = PK_TYPE_WORD, .words = "punkter att löptext",
		.read = pk_read_choice_past_default, TO(pk_paragraf, beslutsform),
		.help = "Hur beslutspunkterna trycks" },
	{ "förslag", SINCE, MAPS(pk_keys_forslag, pk_read_forslag), PART(FORSLAG),
		.help = "Förslag till ett annat organ" },
	{ "motivering", SINCE, TEXT(pk_paragraf, motivering), PART(MOTIVERING),
		.help = "Skälen för beslutet" },
	{ "ärendebeskrivning", SINCE, TEXT(pk_paragraf, arendebeskrivning),
		PART(ARENDEBESKRIVNING), .help = "Ärendet och hur det behandlades" },
	{ "avsnitt", SINCE, .type = PK_TYPE_MAP, .flags = PK_KEY_MANY,
		.children = &pk_keys_avsnitt, PART(AVSNITT), .read = pk_read_sections,
		TO(pk_paragraf, avsnitt), .help = "Egna avsnitt med rubrik och text" },
	{ "yrkanden", SINCE, MAPS(pk_keys_yrkande, pk_read_yrkanden), PART(YRKANDEN),
		.help = "Yrkanden på sammanträdet" },
	{ "propositionsordning", SINCE, TEXT(pk_paragraf, propositionsordning),
		PART(PROPOSITIONSORDNING), .help = "Hur ordföranden ställde frågan" },
	{ "omröstningar", SINCE, MAPS(pk_keys_omrostning, pk_read_omrostningar), PART(OMROSTNINGAR),
		.help = "Omröstningar med röster" },
	{ "deltar_inte", SINCE, NAMES(pk_paragraf, deltar_inte), PART(DELTAR_INTE),
		.help = "De som inte deltar i beslutet" },
	{ "ordförande", SINCE, .type = PK_TYPE_WHO, .read = pk_read_who,
		TO(pk_paragraf, ordforande), .help = "Ordföranden för just denna paragraf" },
	{ "reservationer", SINCE, MAPS(pk_keys_reservation, pk_read_reservationer),
		PART(RESERVATIONER), .help = "Reservationer mot beslutet" },
	{ "särskilda_yttranden", SINCE, MAPS(pk_keys_anteckning, pk_read_yttranden),
		PART(SARSKILDA_YTTRANDEN), .help = "Särskilda yttranden" },
	{ "anteckningar", SINCE, MAPS(pk_keys_anteckning, pk_read_anteckningar), PART(ANTECKNINGAR),
		.help = "Protokollsanteckningar" },
	{ "delegationsbeslut", SINCE, MAPS(pk_keys_delegation, pk_read_delegationsbeslut),
		PART(DELEGATIONSBESLUT), .help = "Delegationsbeslut som redovisas" },
	{ "anmälningar", SINCE, MAPS(pk_keys_anmalan, pk_read_anmalningar), PART(ANMALNINGAR),
		.help = "Skrivelser som anmäls" },
	{ "beslutsunderlag", SINCE, .flags = PK_KEY_MANY, PART(BESLUTSUNDERLAG),
		.read = pk_read_lines, TO(pk_paragraf, beslutsunderlag),
		.help = "Handlingarna som låg till grund" },
	{ "omedelbar_justering", SINCE, .type = PK_TYPE_MAP, .flags = PK_KEY_OR_YES_NO,
		.children = &pk_keys_omedelbar, PART(OMEDELBAR_JUSTERING), .read = pk_read_omedelbar,
		TO(pk_paragraf, omedelbar),
		.help = "Om paragrafen justeras omedelbart: ja, eller dag och justerare" },
	{ "mottagare", SINCE, .flags = PK_KEY_MANY | PK_KEY_OR_MAP, .children = &pk_keys_mottagare,
		PART(MOTTAGARE), .read = pk_read_receivers,
		.help = "De som beslutet skickas till, för åtgärd eller för kännedom" },
	{ "sekretess", SINCE, .type = PK_TYPE_MAP, .children = &pk_keys_sekretess, .turn = 1,
		.read = pk_read_sekretess, TO(pk_paragraf, sekretess),
		.help = "Vad den offentliga utgåvan inte visar" },
	{ "överklagande", SINCE, WORD(pk_paragraf, overklagande, "laglighet besvär nej"),
		.help = "Hur beslutet överklagas" },
	LATER("val", "Val som förrättas"),
	LATER("lottning", "Lottning som förrättas"),
	LATER("interpellationer", "Interpellationer och frågor"),
};
SHARED_TABLE(paragraf, "paragraf", "paragrafer", rows_paragraf);
