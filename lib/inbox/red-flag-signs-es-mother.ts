import type { Signs } from "./red-flag-signs";

/** En el embarazo y el año después del parto. */
export const motherSigns: Signs = {
  headache: {
    emergency: ["peor dolor de cabeza __ de mi vida, el peor dolor de cabeza"],
    urgent: [
      "{dolor} _ de? cabeza ... {dura}, {bad} {dolor} de? cabeza, {duele} __ cabeza ... {dura}, {duele} {bad} la? cabeza, cabeza ... explota|explotar|estalla|estallar|revienta|reventar|parte|partir|reventando, {dolor} ... cabeza __ {bad}, migrana ... {dura}|{bad}, {bad} migrana",
    ],
    review: ["{dolor} _ cabeza", "{duele} _ cabeza, cabeza _ {duele}, migrana|jaqueca|jaquecas|migranas"],
  },
  faint: {
    urgent: [
      "desmay*, me __ desmayo|desmaye|desmayando|desmayar|desmayado, perdi|perdio|pierdo el? conocimiento|sentido|conciencia, {bad} mareo|mareos|mareada|mareado, mareo|mareos|mareada|mareado|marea|mareando ... {dura}|{bad}|caigo|caer|cai|parar|pararme, voy a desmayar|desmayarme, veo|todo _ negro, casi me caigo|cai|desmayo",
    ],
    review: [
      "mareo|mareos|mareada|mareado|marea|mareando|maree|mareadas|vertigo|aturdida",
      "todo __ vueltas, da|dan|dando vueltas",
    ],
  },
  vision: {
    emergency: [
      "no veo nada, me? quede|quedo|quedando|estoy siego|ciega|ciego, perdi|perdio|perdiendo la? vista|vision",
    ],
    urgent: [
      "vista|vision|vistas ... {borroso}|doble|nublada|mal|manchas|oscura, {veo} __ {borroso}|doble|lucecitas|luces|manchas|moscas|puntos|puntitos|estrellas|estrellitas|destellos|negro|lusesitas|chispas|nublado, ojos __ {borroso}, no veo bien|claro, no puedo ver, no alcanzo a ver, ver borroso|doble|manchas|luces",
    ],
    review: ["{borroso}"],
  },
  swelling: {
    urgent: [
      "{hinchado} ... {cara}, {cara} ... {hinchado}, {hinchado} ... {bad}|repente|toda|todo|rapido, {bad} {hinchado}, anillo|anillos ... no, no ... anillo|anillos",
    ],
    review: ["{hinchado}"],
  },
  vomiting: {
    emergency: ["{vomito} ... sangre, sangre en|con el? vomito"],
    urgent: [
      "{vomito} ... todo|dia|dias|noche|horas|veces|mucho|parar|verde|bilis|agua|seguido, no ... {parar} ... {vomito}, no retengo|retiene|tolero|tolera|aguanto nada|agua|comida|la|el, {bad} {vomito}, no puedo|he|logro comer|comido|tomar|retener|detener __ nada|dias|agua|liquidos, deshidratad*, todo lo? __ {vomito}|devuelvo, nada se? me? queda|detiene",
    ],
    review: ["{vomito}", "nausea|nauseas|asco"],
  },
  belly: {
    urgent: [
      "{bad} {dolor} ... {panza}, {dolor} __ {bad} ... {panza}, {dolor} ... {panza} ... {bad}|{dura}, {duele} {bad} ... {panza}, {duele} ... {panza} ... {bad}|{dura}, {panza} ... {duele} ... {bad}, colicos|calambres|retorcijones {bad}, {bad} colicos|calambres, panza|vientre|barriga|estomago ... dura|duro ... {duele}|{dolor}, {dolor} ... costilla|costillas, dolor insoportable|terrible, no aguanto el? dolor",
    ],
    review: [
      "{dolor} __ de|en|el? __ {panza}",
      "{duele} __ {panza}, {panza} _ {duele}, colicos|retorcijones",
    ],
  },
  fetal_movement: {
    emergency: [
      "no __ pateado|patea|pateando _ {bebe}, no __ pateado, no ... {siento} que|si se? {mueve}",
      "no se? me? ha? __ {mueve} _ {bebe}, {bebe} !casi|mucho ... no|sin|ni|dejo __ de? {mueve} !mucho|tanto|igual|como|bien, no __ {siento} __ {bebe} !menos, no ... {siento} _ {mueve}|movimiento|movimientos|pataditas|patadas|patear, ya no se? me? {mueve}, {bebe} ... no|sin __ patea|patadas|pataditas|pateando, dejo|paro de {mueve}|patear, sin movimiento|movimientos _ {bebe}?, no hay movimiento|movimientos|latido, no __ {mueve} desde|hoy|en|nada|dentro, no lo|la|le _ {siento} _ {mueve}, {bebe} ... sin latido|movimiento",
    ],
    urgent: [
      "{siento} __ {mueve} {menos}, no se? {mueve} mucho|tanto|igual|como",
      "{bebe} ... {mueve} ... {menos}, {bebe} ... {menos} ... {mueve}, {mueve} {menos} ... {bebe}, {mueve} __ {menos} que|de, {siento} __ {menos} ... {bebe}|movimiento|movimientos|pataditas, {menos} movimiento|movimientos|pataditas|patadas, {bebe} ... {menos} movimientos, casi no ... {mueve}|{siento} ... {bebe}?, {bebe} ... casi no ... {mueve}|siento, no se? {mueve} _ mucho|tanto|igual|como, {bebe} ... no ... {mueve} _ mucho|tanto|igual|como|bien, {bebe} __ muy quieto|quieta|tranquilo, disminu* movimiento|movimientos",
    ],
  },
  waters: {
    emergency: [
      "{rompio} _ fuente|bolsa|aguas|membrana, fuente|bolsa ... {rompio}|reventada|rota, romper _ fuente|bolsa, se me vino|salio|fue el|toda? agua, tire la? fuente|agua, salio|sale el|un? cordon",
    ],
    urgent: [
      "algo se me {sale}|asoma",
      "{sale} __ liquido|agua|aguita|liquidos, tirando|tiro|perdiendo|goteando|botando|escurre|gotea|gotear|escurriendo _ liquido|agua, liquido ... vagina|partes|abajo|amniotico|piernas|sale|saliendo, mojada|mojado ... orina|fuente|calzon|ropa, no se si _ orina|pipi|fuente|liquido",
    ],
  },
  labor: {
    emergency: [
      "{bebe} __ ya? viene|naciendo|saliendo|nacer|nacio|coronando, ya viene|nace _ {bebe}, ya va a nacer, se ve|asoma la cabeza, ganas de pujar|empujar, tengo que pujar|empujar, contracciones|contraccion|contraciones ... 20|21|22|23|24|25|26|27|28|29|30|31|32|33|34|35|36 semanas|semana|sem, 20|21|22|23|24|25|26|27|28|29|30|31|32|33|34|35|36 semanas|semana|sem ... contracciones|contraccion|contraciones|parto, parto prematuro, contracciones|parto ... antes|temprano|prematuro|pronto, nacio en mi|la|el casa|carro|bano",
    ],
    urgent: [
      "contracciones|contraccion|contraciones|contracion|contrasiones|contraxiones, dolores de parto, en|de trabajo|labor de parto, empez* ... parto, tapon mucoso, presion ... abajo|pelvis|vagina|pubis, trabajo de parto",
    ],
  },
  loss: {
    urgent: [
      "perdiendo|pierdo|perder a? al|el|mi? {bebe}|embarazo, aborto|abortando|aborte|abortar espontaneo?, amenaza de aborto, salio|saliendo|expulse|boto un|el|como? pedazo|coagulo|tejido|feto, embarazo ectopico",
    ],
    review: ["perdi a? al|mi|el? {bebe}|embarazo", "{bebe} __ murio|fallecio, nacio muerto|muerta"],
  },
  bleeding: {
    urgent: [
      "{sangro}, sangre ... calzon|panti|papel|orina|vagina|abajo|toalla|popo|bano|limpie|limpio|limpiarme|pipi|ropa|partes|excusado|pantaleta, {sale} _ sangre, manch* ... sangre|cafe|rosa|roja|rojo|ropa|calzon, manchado|manchando|mancho|manchas cafe|de|rojo|rosa|un|poquito|ligeramente, flujo|desecho ... sangre|cafe|rosado|rojo, hemorragia, botando|tirando|echando|arrojando|vota|votando sangre, veo sangre, hay sangre",
    ],
    review: ["sangre", "manchado|manchando"],
  },
  heavy_bleeding: {
    emergency: [
      "{sangro} ... {mucho}, {mucho} ... {sangro}, {mucho} sangre, sangre ... {mucho}|chorro|chorros|parar|para|piernas, no ... {parar} ... {sangro}|sangre, {sangro} ... no ... {parar}, sangre ... no ... {parar}, hemorragia, {coagulo} ... {mucho}|grandes|grande|enormes|tamano|pelota|limon|huevo|puno, {mucho} {coagulo}, {sale} ... {coagulo}, {sangro} ... {coagulo}, empap* ... toalla|toallas|cama|pantalon|ropa|panal|kotex, toalla|toallas|kotex|panal ... hora|empap*|llen*|lleno|llena|minutos|media, lleno|llenando|llene ... toalla|toallas, desangr*, {sangro} a|como chorros|chorro|llave|mares, tose|tosiendo|escupe|escupiendo|tos ... sangre, coagulos, chorro de sangre",
    ],
  },
  leg: {
    urgent: [
      "pierna|piernas|pantorrilla|muslo ... {hinchado}|roja|caliente|morada|coagulo, {hinchado} ... pierna|pantorrilla|muslo, pantorrilla ... {duele}|{dolor}, {dolor}|{duele} ... pantorrilla|muslo, {dolor} {bad} ... pierna, {duele} {bad} ... pierna|piernas, una pierna __ mas, coagulo en la pierna, pierna ... {duele} ... {bad}|caminar, {dolor} ... pierna ... {bad}|caminar",
    ],
    review: [
      "{duele} __ pierna|piernas",
      "{dolor} __ pierna|piernas, pies|pie|tobillo|tobillos _ {hinchado}, {hinchado} __ pies|pie|tobillo|tobillos, calambres|calambre",
    ],
  },
  tired: {
    urgent: [
      "cansada|cansado|cansancio|debil|agotada|debilidad|agotado|fatigada ... no puedo|me|aguanto|tengo, no tengo fuerzas|fuerza|energia|energias ... ni|para|levantar|levantarme|de, {bad} cansancio|cansada|debil|agotada|agotamiento|debilidad, no puedo levantarme|pararme|moverme, no me puedo levantar|parar|mover, sin fuerzas|fuerza, muy debil, cansancio extremo, cansada que no",
    ],
    review: ["agotada|agotado|debil|debilidad"],
  },
  wound: {
    urgent: [
      "{herida} ... abrio|abierta|abierto|pus|infectada|infectado|huele|mal|roja|rojo|caliente|supura|supurando|apesta|abriendo|liquido|podrido|materia|{sangro}, se me? abrio|infecto ... {herida}, pus, flujo|desecho|descarga ... huele|mal|verde|feo|apesta|amarillo|fetido|olor|pescado, huele|olor __ feo|mal|podrido|horrible ... abajo|vagina|partes, pecho|seno|pechos|senos|chichi ... rojo|roja|bola|duro|caliente, mastitis, infeccion ... {bad}|fiebre|herida",
    ],
    review: ["infectad*", "arde|ardor|duele ... orinar|orino|pipi"],
  },
};
