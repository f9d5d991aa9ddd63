import type { Signs } from "./red-flag-signs";

/** En bebés y niños; fiebre a cualquier edad. */
export const infantSigns: Signs = {
  fever: {
    urgent: [
      "fiebre|fievre|fiebres|fiebrre|fibre|fiebe|calentura|calenturas|calentur|temperatura alta?, temperatura ... alta|elevada|subio|mucha, escalofrios|escalofrio|escalofrius ... {bad}|fiebre|no, {bad} escalofrios, ardiendo ... fiebre|calentura?, hirviendo",
    ],
    review: ["escalofrios|escalofrio", "temperatura"],
  },
  infant_fever: {
    urgent: [
      "caliente|calientito|calientita|ardiendo|hirviendo ... {bebe}",
      "{bebe} ... {fiebre}, {fiebre} ... {bebe}, {bebe} ... ardiendo|hirviendo|caliente|calientito|calientita|calentito|prendida|prendido, {bebe} ... temperatura, temperatura ... {bebe}, {bebe} ... muy frio|fria|helado|helada",
    ],
  },
  infant_color: {
    emergency: [
      "{bebe} ... {azul}, {labios} ... {azul}, {azul} ... {labios}|{bebe}, {puso} __ {azul}, esta|estan|ve|ven _ {azul}, cianosis|cianotic*",
    ],
    urgent: ["{bebe} ... palido|palida|blanco|blanca"],
  },
  infant_breathing: {
    emergency: [
      "{bebe} ... quejido|quejidos|quejandose|quejando|gime|gimiendo|pujidos|grunidos|grune|quejumbroso, quejido|quejidos|gime ... {respirar}, {bebe} ... deja|dejo|para|paro|pausas|deja _ de? {respirar}, deja|dejo|pausas|paro|olvida|para de|al|en {respirar}, apnea, {hunde} ... costillas|pecho|pancita|panza|costillitas, costillas|pecho|pancita ... {hunde}, {bebe} ... {respirar} ... rapido|agitado|mal|raro|feo|fuerte|dificil|dificultad|trabajo, aletea ... nariz, nariz ... aletea*",
    ],
  },
  infant_limp: {
    emergency: [
      "{nino} ... flacido|flacida|aguado|aguada|guango|guanga|flojito|flojita|trapo|desguanzado|desguanzada|desvanecido|flojo|floja|desmadejado|aguadito|aguadita, aguado|aguada|flacido|flacida|guango|desguanzado|aguadito ... {nino}|como, {nino} ... no ... despierta|despertar|reacciona|responde|reaccionan|levanta|despierto, no ... despierta|despertar|reacciona ... {nino}|lo|la?, {nino} ... letargico|letargica|decaido|decaida|adormilado|adormilada|dormilon|somnoliento, {bebe} ... muy|demasiado dormido|dormida|debil|dormilona, {bebe} ... duerme _ mucho|demasiado, cuesta|dificil|costando __ despertarlo|despertarla|despertar, mollera ... hundida|hinchada|sumida|abultada|caida",
    ],
    urgent: ["letargico|letargica|decaido|decaida|adormilado"],
  },
  infant_feeding: {
    urgent: [
      "{vomito} ... leche",
      "{bebe} ... no ... {come}, no ... {come} ... {bebe}, no quiere _ {come}|pecho|biberon|leche|mamila|teta|chichi|botella, {bebe} ... {come} ... {menos}, {bebe} ... {vomito}, rechaza|rechazando _ pecho|biberon|leche|comida|teta, {bebe} ... rechaza|rechazando, no agarra|prende|pega el|la|al pecho|teta|seno|chichi|biberon, no __ leche|formula ... {bebe}|dar|queda|para|darle, se acabo la leche|formula, deshidratad*, {bebe} ... sube|gana|baja|bajo|perdio __ peso, {bebe} ... devuelve|regresa|avienta ... todo|leche",
    ],
  },
  infant_diapers: {
    urgent: [
      "no ... {orina} _ panales, no __ panales mojados",
      "no ... {orina} ... {bebe}|dia|hoy|horas|ayer|panal|noche|manana, {bebe} ... no ... {orina}, {bebe} ... {menos} ... {orina}|panales, panal|panales ... seco|secos|sin|seca|pocos|menos|ninguno|sangre|rojo|naranja, pocos|menos|ningun|sin|solo|un panal|panales mojados?|mojado?, llora sin lagrimas, sin lagrimas, orina oscura|roja|naranja|cafe, {bebe} ... sangre ... panal|popo|pupu|caca|heces, popo|caca|pupu|heces ... sangre|blanca|blanco|negra, sangre ... popo|caca|pupu|panal|heces, boca seca",
    ],
  },
  infant_yellow: {
    urgent: [
      "ictericia|itericia|bilirrubina|bilirubina, {nino} ... amarillo|amarilla|amarillito|amarillita|amarillento|amarillenta|amariyo|amarillos, amarillo|amarilla|amarillos|amarillito _ ojos|piel|ojitos|bebe|carita, piel|ojos|ojitos|carita|cara ... amarillo|amarilla|amarillos|amarillenta",
    ],
  },
  infant_crying: {
    urgent: [
      "{bebe} ... nada lo|la calma|consuela, llora mucho _ {bebe}",
      "{bebe} ... llora|llorar|llorando ... mucho|horas|dolor|agudo|nada|noche|inconsolable|consuela, inconsolable|inconsolablemente, {bebe} ... no ... {parar} ... llorar, {bebe} ... no deja|para de llorar, llanto agudo|inconsolable|raro|debil, grita de dolor",
    ],
    review: ["no para|deja de llorar", "{bebe} ... llora|llorando ... todo|siempre"],
  },
};
