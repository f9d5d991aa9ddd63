/** First names and surnames that are ordinary words too, in small letters and without accents (but ñ). */
export const ordinaryNames = new Set(
  (
    "will may june april august summer autumn dawn grace hope faith joy rose mark bill pat sue art drew chance " +
    "angel angela sol luz paz mar cruz santos flores rosa blanca reyes rios leon campos mesa torres vega prado " +
    "salud consuelo esperanza alba domingo julio abril mercedes white brown green black young long day case " +
    "page price rice wood stone king queen baker cook hill lake field banks ford church person love best good " +
    "small little short rich sharp strong noble early ready bright major junior park parks call cash " +
    "can son see guy frank robin north south east west hang bus comes then than thanks man sunday monday friday gates " +
    "mother father brother sister wise rush read quick smart swift light low post place street house home head hands " +
    "days weeks week year moon star stars sky sunny rain storm snow spring winter river brook bay rock cliff dale glen lane " +
    "wells waters pool bridge branch bush ash olive lily violet iris ivy heather willow berry cherry poppy daisy ruby " +
    "pearl jewel jade crystal penny ray jay bird wren fox wolf bell book bond boss chase clay cross dean duke earl ever " +
    "fisher gene gift glass grant gray hunter jack justice lord lucky mason max melody mercy miles miracle peace pope " +
    "porter prince pride rob rod sage sandy skip song taylor temple trinity turner walker wall worth woods gentle " +
    "major gay cole tan van chin dang ho hue lane ma more most much must moody painter sparks speed trip yard " +
    "amor feliz mañana bueno buena luna cielo dolores remedios socorro pilar milagros casas casa calle guerra leal " +
    "llano mayor montes moreno navidad noche palma pinto plaza primero puente rey rico rojo rubio sierra tierra toro " +
    "you your he she we they is to in on at as by be so or am do if my me us go up let get put set sit try ask say tell " +
    "told take make need want come came here there where when what who how why yes not now new old one two all any " +
    "valle delgado salas sala piedra paredes bravo alegre dulce linda lindo bonita perla estrella gloria gracia gracias"
  ).split(" "),
);

/** Parts of names that name nobody, and what hospitals call a child before it has a name. */
export const nameParticles = new Set(
  (
    "del las los von van der den dos das san saint the and mrs " +
    "baby boy girl twin twins triplet newborn infant male female unnamed bebe bebita niño niña gemelo gemela"
  ).split(" "),
);

/** After "Hi" or "Hola" they greet everybody. Small letters, without accents. */
export const generalGreetings = new Set(
  (
    "there mommy mommies mum momma daddy daddies guys ladies sir madam maam baby mami mamis mamita papi papito " +
    "from this we your you our all everyone everybody friend friends neighbor neighbors mom moms mother " +
    "dad father parent parents guardian patient patients member members family families folks team again it it's " +
    "i i'm i'd i've please here good buenos buenas que " +
    "de del desde somos es esta este le les su sus tenemos a todos todas amigo amiga amigos vecino vecina mama " +
    "papa madre padre padres paciente pacientes miembro miembros familia familias otra soy estimado estimada"
  ).split(" "),
);
