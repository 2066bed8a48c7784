namespace Actors.Silo.Demo;

/// <summary>The invented events of the demo site: all ten event types, in Russian and English.</summary>
internal static class DemoEvents
{
    private const string Hall = "Зал «Маяк»", HallAddress = "Москва, Речная ул., 7";
    private const string Stage = "The Boiler House", StageAddress = "12 Canal Street, Moscow";
    private const string Gallery = "Галерея «Северный свет»", GalleryAddress = "Москва, Липовая аллея, 3";

    public static readonly IReadOnlyList<DemoEvent> All =
    [
        new("nochnoy-dzhaz", "MusicEvent", "Ночной джаз на крыше", "Квартет играет до последнего трамвая.", "джаз", Hall, HallAddress, "от 900 рублей", "16+", [2], 21),
        new("strings", "MusicEvent", "Strings and Steam", "A string quartet among old boilers; bring a warm coat.", "chamber music", Stage, StageAddress, "1200", "12+", [5, 12, 19], 19),
        new("hor-vo-dvore", "MusicEvent", "Хор во дворе", "Поют все, кто пришёл: тексты раздадут на входе.", "хоровая музыка", "Двор библиотеки", "Москва, Садовая ул., 21", "вход свободный", "0+", [9], 18),
        new("mikrofon", "ComedyEvent", "Открытый микрофон: понедельник", "Пять минут на человека и ни минутой больше.", "юмор", Hall, HallAddress, "300 руб.", "18+", [3, 10, 17, 24], 20),
        new("late-laughs", "ComedyEvent", "Late Laughs", "Four comedians, one broken spotlight.", "comedy", Stage, StageAddress, "700", "18+", [6], 22),
        new("smeh-do-polunochi", "ComedyEvent", "Смех до полуночи", "Сольный вечер о соседях, кошках и ремонте.", "юмор", Hall, HallAddress, "от 600 до 1 500 ₽", "16+", [14], 21),
        new("linii-goroda", "ExhibitionEvent", "Линии города", "Двести чертежей домов, которые не построили.", "архитектура", Gallery, GalleryAddress, "450", "6+", [1], 11, 40),
        new("paper-birds", "ExhibitionEvent", "Paper Birds", "Origami larger than life, folded by children.", "paper art", "Greenhouse No. 4", "4 Garden Lane, Moscow", "250", "0+", [-3], 10, 20),
        new("snimki-s-mayaka", "VisualArtsEvent", "Снимки с маяка", "Смотритель снимал одно и то же море сорок лет.", "фотография", Gallery, GalleryAddress, "350 рублей", "0+", [4], 12, 30),
        new("chayka-v-tumane", "TheaterEvent", "Птица в тумане", "Пьеса о театре, который забыли закрыть.", "драма", "Малый театр на Липовой", GalleryAddress, "от 800.00 рублей", "12+", [7, 8], 19),
        new("last-lamp", "TheaterEvent", "The Last Lamp", "Two actors, one lamp, no words.", "drama", Stage, StageAddress, "950", "12+", [11], 19),
        new("skazka-o-chasah", "TheaterEvent", "Сказка о часах", "Спектакль для детей и тех, кто с ними пришёл.", "детский спектакль", "Малый театр на Липовой", GalleryAddress, "500", "6+", [13], 12),
        new("kino-pod-zvezdami", "ScreeningEvent", "Кино под звёздами", "Немой фильм и живой рояль.", "немое кино", "Двор библиотеки", "Москва, Садовая ул., 21", "400", "6+", [15], 21),
        new("short-nights", "ScreeningEvent", "Short Nights", "Nine short films and one long intermission.", "short films", Stage, StageAddress, "500", "16+", [16], 20),
        new("dokument", "ScreeningEvent", "Документ: люди реки", "Показ и разговор с оператором.", "документальное кино", Hall, HallAddress, "350", "12+", [18], 19),
        new("zabeg", "SportsEvent", "Забег по набережной", "Пять километров; последнему дарят самовар.", "бег", "Набережная у моста", "Москва, Речная ул., 1", "бесплатно", "0+", [20], 9),
        new("night-row", "SportsEvent", "Night Row", "Rowing by lamplight, life jackets included.", "rowing", "Boat station", "1 River Road, Moscow", "1500", "14+", [22], 22),
        new("shahmaty", "SportsEvent", "Шахматы вслепую", "Гроссмейстер против двадцати любителей.", "шахматы", Hall, HallAddress, "200", "6+", [23], 15),
        new("kryshi", "Event", "По крышам старого города", "Экскурсия с видом на трубы и голубей.", "экскурсия", "Сбор у фонтана", "Москва, Садовая ул., 1", "1 200 руб.", "12+", [2, 4, 6], 17),
        new("underground-rivers", "Event", "Rivers Under the Street", "A guided walk above water you cannot see.", "guided tour", "Meet at the bridge", "1 River Road, Moscow", "800", "8+", [21], 14),
        new("fonari", "Event", "Вечер фонарей", "Прогулка с фонарщиком и настоящей лестницей.", "экскурсия", "Сбор у фонтана", "Москва, Садовая ул., 1", "600", "6+", [25], 20),
        new("mylnye-puzyri", "Event", "Шоу мыльных пузырей", "Пузырь, в который помещается автобус.", "шоу", Hall, HallAddress, "от 500 рублей", "0+", [26], 13),
        new("fire-and-ice", "Event", "Fire and Ice", "Jugglers with torches on a frozen pond.", "show", "The pond", "4 Garden Lane, Moscow", "650", "6+", [27], 18),
        new("tancy-teney", "DanceEvent", "Танцы теней", "Двенадцать танцоров за одной простынёй.", "танец", Stage, StageAddress, "750", "6+", [28], 19),
        new("kabinet", "Event", "Кабинет изобретателя", "Час, чтобы найти чертёж, пока не пришёл хозяин.", "квест", "Подвал на Речной", "Москва, Речная ул., 9", "2 500 ₽", "14+", [1, 3, 5, 7, 9], 18),
        new("museum-after-dark", "Event", "The Museum After Dark", "Find the missing label before the guard does.", "quest", "Museum of Small Things", "9 Mill Street, Moscow", "1800", "12+", [29], 21),
        new("poslednyaya-elektrichka", "Event", "Последняя электричка", "Вагон, семь пассажиров, один билет.", "квест", "Старое депо", "Москва, Паровозная ул., 2", "2 200 руб.", "16+", [30], 19),
        new("keramika", "EducationEvent", "Гончарный круг для начинающих", "Каждый уносит то, что получилось.", "керамика", Gallery, GalleryAddress, "1900", "12+", [8, 15], 12),
        new("bread", "EducationEvent", "Bread in One Evening", "Flour everywhere, loaf guaranteed.", "baking", "The Corner Bakery", "3 Mill Street, Moscow", "1600", "10+", [31], 17),
        new("kalligrafiya", "EducationEvent", "Каллиграфия тушью", "Три часа, одна буква, очень много бумаги.", "каллиграфия", Gallery, GalleryAddress, "1 400 руб.", "10+", [33], 14),
        // Has no price, so it becomes a dead letter: unknown is not free.
        new("tayna", "MusicEvent", "Концерт без цены", "Цену назовут у входа.", "рок", Hall, HallAddress, "", "18+", [34], 20),
    ];
}
