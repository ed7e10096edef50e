/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "date_words.h"

#include <string.h>

#include "utf8.h"

/* Each list begins, ends and is parted with blanks.  The first list that has
 * a word wins: "an" is a year of French before it is an article. */
static const struct {
	enum date_word kind;
	int value;
	const char *words;
} words[] = {
	{DATE_MONTH, 1,
	    " january jan januar januara janner janvier janv enero "
	    "ene janeiro gennaio gen januari stycznia styczen sty "
	    "sijecanj sijecnja sij sijec ledna leden ocak oca "
	    "ianuarie ιανουαριου ιαν января январь янв січня січень "
	    "січ јануар јануара јан януари იანვარი იანვრის იანვარს "
	    "იან يناير جانفي ژانويه ינואר tammikuu tammikuuta "
	    "қаңтар қантар ιανουαριοσ "},
	{DATE_MONTH, 2,
	    " february feb februar februara fevrier fevr fev febrero "
	    "fevereiro febbraio februari lutego luty lut veljaca "
	    "veljace velj unora unor subat sub februarie φεβρουαριου "
	    "φεβ февраля февраль фев февр лютого лютий лют фебруар "
	    "фебруара феб февруари თებერვალი თებერვლის თებერვალს თებ "
	    "فبراير شباط فيفري فوريه פברואר helmikuu helmikuuta "
	    "ақпан φεβρουαριοσ "},
	{DATE_MONTH, 3,
	    " march mar marz mrz mars marzo marco maart mrt marts "
	    "marca marzec mart marta brezna brezen marcius ozujak "
	    "ozujka ozu martie maret μαρτιου μαρ марта март мар "
	    "березня березень бер მარტი მარტის მარტს მარ مارس اذار "
	    "מרץ maaliskuu maaliskuuta "
	    "наурыз μαρτιοσ "},
	{DATE_MONTH, 4,
	    " april apr avril avr abril abr aprile aprila kwietnia "
	    "kwiecien kwi travanj travnja dubna duben nisan nis "
	    "aprilie aprilis απριλιου απρ апреля апрель апр квітня "
	    "квітень кві априла април აპრილი აპრილის აპრილს აპრ "
	    "ابريل نيسان افريل اوريل אפריל huhtikuu huhtikuuta "
	    "сәуір απριλιοσ "},
	{DATE_MONTH, 5,
	    " may mai mayo maio maggio mag mei maj maja svibanj "
	    "svibnja svi kvetna kveten mayis majus μαιου μαι мая май "
	    "травня травень маја мај მაისი მაისის მაისს მაი مايو "
	    "ايار ماي מאי toukokuu toukokuuta "
	    "мамыр μαιοσ "},
	{DATE_MONTH, 6,
	    " iun june jun juni juin junio junho giugno giu juna czerwca "
	    "czerwiec cze lipanj lipnja cervna cerven haziran haz "
	    "iunie junius ιουνιου ιουν июня июнь июн червня червень "
	    "чер јуна јун јуни юни ივნისი ივნისის ივნისს ივნ يونيو "
	    "حزيران جوان ژوئن יוני kesakuu kesakuuta "
	    "маусым ιουνιοσ "},
	{DATE_MONTH, 7,
	    " iul july jul juli juillet juil julio julho luglio lug jula "
	    "lipca lipiec srpanj srpnja srp cervence cervenec temmuz "
	    "tem iulie julius ιουλιου ιουλ июля июль июл липня "
	    "липень јула јул јули юли ივლისი ივლისის ივლისს ივლ "
	    "يوليو تموز جويليه يوليوز ژوئيه جولاي יולי heinakuu "
	    "heinakuuta "
	    "шілде ιουλιοσ "},
	{DATE_MONTH, 8,
	    " august aug aout agosto augustus augusti augusta "
	    "sierpnia sierpien sie kolovoz kolovoza kol srpna srpen "
	    "agustos agu augusztus agustus avgust avgusta avg "
	    "αυγουστου αυγ августа август авг серпня серпень სეр "
	    "აგვისტო აგვისტოს აგვ اغسطس اب اوت غشت اگوست אוגוסט "
	    "elokuu elokuuta "
	    "тамыз αυγουστοσ "},
	{DATE_MONTH, 9,
	    " september sept sep septembre septiembre setiembre "
	    "setembro set settembre septembra septembar wrzesnia "
	    "wrzesien wrz rujan rujna ruj zari eylul eyl septembrie "
	    "szeptember σεπτεμβριου σεπ сентября сентябрь сен сент "
	    "вересня вересень вер септембра септембар септ септември "
	    "სექტემბერი სექტემბრის სექტემბერს სექ سبتمبر ايلول شتنبر "
	    "سپتامبر ספטמבר syyskuu syyskuuta "
	    "қыркүйек σεπτεμβριοσ "},
	{DATE_MONTH, 10,
	    " october oct oktober okt octobre octubre outubro out "
	    "ottobre ott oktobra oktobar pazdziernika pazdziernik "
	    "paz rijna rijen ekim eki octombrie οκτωβριου οκτ "
	    "октября октябрь окт жовтня жовтень жов октобра октобар "
	    "октомври ოქტომბერი ოქტომბრის ოქტომბერს ოქტ اكتوبر اكتبر "
	    "אוקטובר lokakuu lokakuuta listopad listopada lis "
	    "қазан οκτωβριοσ "},
	{DATE_MONTH, 11,
	    " noi november nov novembre noviembre novembro novembra "
	    "novembar studeni studenoga studenog stu listopadu kasim "
	    "kas noiembrie νοεμβριου νοε ноября ноябрь ноя нояб "
	    "листопада листопад новембра новембар нов ноември "
	    "ნოემბერი ნოემბრის ნოემბერს ნოე نوفمبر نونبر نوامبر "
	    "נובמבר marraskuu marraskuuta "
	    "қараша νοεμβριοσ "},
	{DATE_MONTH, 12,
	    " december dec dezember dez decembre diciembre dic "
	    "dezembro dicembre desember des decembra decembar "
	    "grudnia grudzien gru prosinac prosinca pro prosince "
	    "prosinec aralik ara decembrie δεκεμβριου δεκ декабря "
	    "декабрь дек грудня грудень гру децембра децембар дец "
	    "декември დეკემბერი დეკემბრის დეკემბერს დეკ ديسمبر دجنبر "
	    "دسامبر דצמבר joulukuu joulukuuta "
	    "желтоқсан δεκεμβριοσ "},
	{DATE_JALALI, 1, " فروردين "},
	{DATE_JALALI, 2, " ارديبهشت "},
	{DATE_JALALI, 3, " خرداد "},
	{DATE_JALALI, 4, " تير "},
	{DATE_JALALI, 5, " مرداد امرداد "},
	{DATE_JALALI, 6, " شهريور "},
	{DATE_JALALI, 7, " مهر "},
	{DATE_JALALI, 8, " ابان "},
	{DATE_JALALI, 9, " اذر "},
	{DATE_JALALI, 10, " دي "},
	{DATE_JALALI, 11, " بهمن "},
	{DATE_JALALI, 12, " اسفند "},
	{DATE_UNIT, DATE_SECOND,
	    " second seconds sec secs sekunde sekunden secondes "
	    "segundo segundos secondo secondi sekundi sekunda секунд "
	    "секунды секунду წამის ثانيه ثوان ثواني "
	    "секунди секунде δευτερολεπτα secunde saniye sekundy "},
	{DATE_UNIT, DATE_MINUTE,
	    " minute minutes min mins minuten minuto minutos minuti "
	    "minuta minuter minutter minutt minut minuty dakika "
	    "минут минуты минуту хвилин წუთის دقيقه دقائق 分 分鐘 分钟 분 "
	    "λεπτα λεπτο минута минуте minute perc minuuttia хвилини "
	    "хвилину минут "},
	{DATE_UNIT, DATE_HOUR,
	    " hour hours hr hrs h stunde stunden heure heures hora "
	    "horas ora ore sat sata sati uur timer time timme timmar "
	    "godzin godziny godzine hodin hodinami hodinou saat час "
	    "часа часов часу годин години საათის ساعه ساعات ساعت 時間 "
	    "小时 小時 시간 "
	    "ωρα ωρεσ сат сата сати сагат сағат godzina tuntia oraja години "},
	{DATE_UNIT, DATE_DAY,
	    " day days tag tagen tage jour jours dia dias giorno "
	    "giorni dan dana dni dnia dny dnem dager dag dagar dage "
	    "dagen gun день дня дней днів дні днями დღის يوم ايام "
	    "روز 日 天 일 paivaa paiva napja nappal zile "
	    "μερα μερεσ ημερα ημερεσ дан дана күн dzien dagen "},
	{DATE_UNIT, DATE_WEEK,
	    " week weeks wk wks woche wochen semaine semaines semana "
	    "semanas settimana settimane tjedan tjedna tjedana "
	    "sedmica sedmice sedmicu nedelja nedelje nedelju "
	    "nedjelje weken uke uker vecka veckor uge uger tydzien "
	    "tygodnie tygodni tyden tydny tydnem hafta неделя недели "
	    "недель неделю тиждень тижні тижнів კვირის اسبوع اسابيع "
	    "هفته 週間 周 星期 주 viikko viikkoa saptamani tyzdnami hete "
	    "εβδομαδα εβδομαδεσ недеља недеље недељу седмица седмице апта "
	    "apta "},
	{DATE_UNIT, DATE_MONTHS,
	    " month months mo mos monat monaten monate mois mes meses "
	    "mese mesi mjesec mjeseca mjeseci mesec meseca meseci "
	    "maand maanden maned maneder manad manader miesiac "
	    "miesiace miesiecy mesic mesici mesicem ay месяц месяца "
	    "месяцев місяць місяці місяців თვის شهر اشهر شهور ماه か月 "
	    "ヶ月 カ月 个月 個月 개월 kuukautta kuukausi luni honapja "
	    "μηνα μηνασ μηνεσ месеца месеци месец ай luna "},
	{DATE_UNIT, DATE_YEAR,
	    " year years yr yrs jahr jahren jahre an ans annee annees "
	    "ano anos anno anni godina godine godinu jaar ar rok "
	    "lata lat roky rokem lety yil год года лет рік роки "
	    "років წლის سنه سنوات عام اعوام سال 年 년 vuotta vuosi ani "
	    "eve "
	    "χρονο χρονια ετοσ ετη година године годину жыл "},
	{DATE_DUAL, DATE_HOUR, " ساعتين "},
	{DATE_DUAL, DATE_DAY, " يومين "},
	{DATE_DUAL, DATE_WEEK, " اسبوعين "},
	{DATE_DUAL, DATE_MONTHS, " شهرين "},
	{DATE_DUAL, DATE_YEAR, " سنتين عامين "},
	{DATE_AGO, 0,
	    " ago vor il hace ha atras fa prije pre назад тому წინ "
	    "منذ قبل پيش siden sedan geleden temu pred once sitten "
	    "πριν acum ezelott 前 전 לפני lalu преди "
	    "пре бұрын inainte "},
	{DATE_LAST, 0,
	    " last letzte letzten letzter letztes dernier derniere "
	    "pasada pasado passada passado scorsa scorso prosli "
	    "prosle proslog прошлой прошлом прошлый گذشته الماضي "
	    "الماضيه "
	    "gecen vorige zeszlym zeszly minulem minuly "},
	{DATE_COUNT, 1,
	    " a an one ein eine einem einer einen un une una uno um "
	    "uma jedan jedna jedno jednu en et een один одну одна "
	    "ერთი واحد واحده يك bir jeden "
	    "jednu μια εναν ενα бір един една једну један "},
	{DATE_COUNT, 2,
	    " two zwei deux dos dois duas due dva dvije dve два две "
	    "ორი دو iki dwa "},
	{DATE_COUNT, 3,
	    " three drei trois tres tre tri три სამი ثلاثه سه "},
	{DATE_COUNT, 4,
	    " four vier quatre cuatro quatro quattro cetiri четыре "
	    "ოთხი اربعه چهار "},
	{DATE_COUNT, 5,
	    " five funf cinq cinco cinque pet пять ხუთი خمسه پنج "},
	{DATE_COUNT, 6,
	    " six sechs seis sei sest шесть ექვსი سته شش "},
	{DATE_DAYS_AGO, 0,
	    " today heute aujourd hoy hoje oggi danas сегодня დღეს "
	    "اليوم امروز vandaag dzis dnes bugun idag i-dag сьогодні "
	    "今天 今日 now ahora agora adesso jetzt maintenant الان "
	    "сейчас upravo sada "
	    "dzisiaj danas данас σημερα azi tanaan бүгін 오늘 "},
	{DATE_DAYS_AGO, 1,
	    " yesterday gestern hier ayer ontem ieri jucer juce вчера "
	    "გუშინ امس ديروز gisteren wczoraj vcera dun igar вчора "
	    "昨天 昨日 "
	    "јуче χθεσ χτεσ tegnap eilen кеше 어제 "},
	{DATE_DAYS_AGO, 2,
	    " vorgestern anteayer antehier anteontem prekjucer "
	    "позавчера გუშინწინ پريروز اولامس "
	    "eergisteren przedwczoraj prekjuce прекјуче predevcirem "
	    "predvcerom позавчора προχθεσ alaltaieri toissapaivana 一昨日 前天 "
	    "그저께 "},
	{DATE_BEFORE, 0, " avant altro "},
	{DATE_PREFIX, 12, " كانون "},
	{DATE_PREFIX, 10, " تشرين "},
	{DATE_FIRST, 0, " الاول اول "},
	{DATE_SECOND_ONE, 0, " الثاني ثاني "},
	{DATE_MERIDIEM, 0, " am a.m ص صباحا "},
	{DATE_MERIDIEM, 12, " pm p.m م مساء "},
	{DATE_ZONE, -480, " pst "},
	{DATE_ZONE, -420, " mst pdt "},
	{DATE_ZONE, -360, " cst mdt "},
	{DATE_ZONE, -300, " est cdt "},
	{DATE_ZONE, -240, " edt "},
	{DATE_ZONE, 0, " gmt utc z "},
	{DATE_ZONE, 60, " bst cet "},
	{DATE_ZONE, 120, " cest eet "},
	{DATE_ZONE, 180, " eest msk "},
};

/* The letters of U+00C0 to U+017F without their marks. */
static const char latin[] =
    "aaaaaaaceeeeiiiidnooooo*ouuuuytsaaaaaaaceeeeiiiidnooooo*ouuuuyty"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll"
    "lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

struct fold {
	uint16_t from, to;	/* to 0: left out */
};
static const struct fold folds[] = {
	{0x0300, 0}, {0x0301, 0}, {0x0307, 0}, {0x0308, 0},
	{0x0386, 0x3B1}, {0x0388, 0x3B5}, {0x0389, 0x3B7}, {0x038A, 0x3B9},
	{0x038C, 0x3BF}, {0x038E, 0x3C5}, {0x038F, 0x3C9}, {0x0390, 0x3B9},
	{0x03AC, 0x3B1}, {0x03AD, 0x3B5}, {0x03AE, 0x3B7}, {0x03AF, 0x3B9},
	{0x03C2, 0x3C3}, {0x03CA, 0x3B9}, {0x03CB, 0x3C5}, {0x03CC, 0x3BF},
	{0x03CD, 0x3C5}, {0x03CE, 0x3C9}, {0x0401, 0x435}, {0x0451, 0x435},
	{0x0622, 0x627}, {0x0623, 0x627}, {0x0625, 0x627}, {0x0629, 0x647},
	{0x0640, 0}, {0x0649, 0x64A}, {0x064B, 0}, {0x064C, 0}, {0x064D, 0},
	{0x064E, 0}, {0x064F, 0}, {0x0650, 0}, {0x0651, 0}, {0x0652, 0},
	{0x06A9, 0x643}, {0x06CC, 0x64A}, {0x200C, 0}, {0x200E, 0},
	{0x200F, 0},
};

static uint32_t
fold_character(uint32_t c)
{
	size_t i;

	if (c < 0x80)
		return c >= 'A' && c <= 'Z' ? c + 32 : c;
	if (c >= 0xC0 && c <= 0x17F)
		return (uint32_t)latin[c - 0xC0];
	for (i = 0; i < sizeof(folds) / sizeof(folds[0]); i++)
		if (folds[i].from == c)
			return folds[i].to;
	if ((c >= 0x391 && c <= 0x3A9) || (c >= 0x410 && c <= 0x42F))
		return c + 0x20;
	if (c >= 0x400 && c <= 0x40F)
		return c + 0x50;
	if (c >= 0x1C90 && c <= 0x1CBF)
		return c - 0x1C90 + 0x10D0;
	return c;
}

size_t
date_fold(struct text word, char to[DATE_WORD_MAX])
{
	size_t i = 0, length = 0;

	while (i < word.length && length + 4 < DATE_WORD_MAX) {
		uint32_t c;

		i += utf8_decode(word.bytes + i, word.length - i, &c);
		c = fold_character(c);
		if (c != 0)
			length += utf8_encode(c, to + length);
	}
	to[length] = '\0';
	return length;
}

enum date_word
date_word_look_up(const char *folded, size_t length, int *value)
{
	size_t i;

	*value = 0;
	for (i = 0; length > 0 && i < sizeof(words) / sizeof(words[0]); i++) {
		const char *at = words[i].words;

		while ((at = strstr(at, folded)) != NULL) {
			if (at[-1] == ' ' && at[length] == ' ') {
				*value = words[i].value;
				return words[i].kind;
			}
			at += length;
		}
	}
	return DATE_NO_WORD;
}
