import type { Cases } from "./wording-cases";

export const spanishCases: Cases = {
  "es-dejar-de-mandar": {
    fires: `
      dejen de estar mandando mensajes | dejen de mandarme mensajes | deje de escribirme | dejen de molestarme
      paren de mandar mensajes | para de mandarme mensajes | por favor dejen de enviar textos
      quiero dejar de recibir mensajes | deja de mandarme mensajes | dejen ya de molestar
      dejen de enviarme textos | Deje de mandar mensajes a este número | como hago para dejar de recibir mensajes
      dejen de mandar msj | cómo dejo de recibir mensajes | dejen de joder`,
    spares: `
      dejen de mandar las pastillas a esa farmacia | no dejen de mandarme mensajes | dejé de recibir sus mensajes
      dejé de tomar la pastilla | puedo dejar de tomar hierro | quiero dejar de fumar | no para de llorar
      quiero parar de fumar | dejar de amamantar`,
  },
  "es-no-me-mande": {
    fires: `
      favor de no molestar | ya no me manden mensajes | no me mande nada | ya no me escriban | no me escriba más
      no me manden nada | No me envíen mensajes | no me molesten más | numero equivocado no manden mensajes
      número equivocado, no me escriban | no escriban aquí | no manden más mensajes a este número | ya no manden
      no vuelvan a escribirme | no sigan mandando mensajes | no me siga escribiendo | favor de no mandar mensajes
      por favor no mandar más mensajes | no me llame más | no me textee | perdí al bebé, ya no me manden mensajes
      no me mande mensajes no puedo respirar | no me manden mensajes, tengo mucho sangrado
      ya no me manden textos por favor | Ya no me manden más mensajes a este teléfono | NO ME MANDEN MENSAJES
      no mande mas mensajes | no mandes mas mensajes | no manden mensajes | No me mandes nada
      ya no envíen mensajes | no enviar más mensajes | no me escriban, número equivocado
      persona equivocada no escriban aqui | no me mandes msjs | ya no manden msjs | no vuelvan a llamar
      ya no me hablen | Equivocado, no escriban | este número no es de María, no escriban | ya no me textes`,
    spares: `
      ojalá no me manden nada | no me manden más exámenes | ya no me mandan mensajes
      por qué ya no me mandan mensajes | ya no me manda mensajes | no me manda la receta
      no me mande el medicamento a esa farmacia | no me mande la receta a Walgreens | no me mande a otro doctor
      no me mande mensajes por la noche | no me escriban antes de las 9 | no me llame, mándeme un texto
      no me molesta | si no me mandan mensajes voy | espero que no me manden al hospital | no me envió el mensaje
      no vuelva a llamar al trabajo, al celular mejor | llámeme, no escriba`,
  },
  "es-no-quiero-mensajes": {
    fires: `
      ya no quiero mensajes | no quiero recibir mensajes | no quiero que me manden mensajes
      no quiero que me escriban | no autorizo mensajes | no pedí estos mensajes | no me interesan sus mensajes
      no necesito sus mensajes | no quiero más textos | ya no deseo recibir mensajes | no deseo ser contactada
      No deseo recibir más mensajes de texto | ya no quiero que me manden nada de mensajes
      ya no quiero sus mensajes me siento mal | nunca autoricé mensajes`,
    spares: `
      no quiero mensajes en inglés | no quiero perder sus mensajes | no quiero la vacuna
      no quiero que me operen | no necesito cita | no me interesa la vacuna | no quiero más hijos
      no entiendo el mensaje`,
  },
  "es-no-mas-mensajes": {
    fires: `
      Ya no más | no más | no más mensajes | no mas mensajes por favor | basta de mensajes | ya basta | basta
      ya basta de mensajes | no mensajes por favor | ya estuvo con los mensajes | no más msjs | No mensajes`,
    spares: `
      no más fiebre | no mas dolor | no hay más mensajes | no tengo mensajes | no recibí ningún mensaje
      basta con una pastilla | no más una pregunta | ya no`,
  },
  "es-parar-mensajes": {
    fires: `
      ya pare | ya párenle con los mensajes | quiero cancelar los mensajes | cancelen los mensajes
      paren los mensajes | detengan los mensajes | cancelar suscripción | ya párenle | ya paren por favor
      paren con los mensajes | párele con los mensajes | cancelar mensajes | cancelen mis mensajes
      quiero parar los mensajes | como paro los mensajes | cómo cancelo los mensajes
      quiero que paren los mensajes | stop mensajes | alto a los mensajes | cómo cancelo mi suscripción | paren
      ya stop | son muchos mensajes ya paren`,
    spares: `
      no paren los mensajes | cuando paren los mensajes avisen | que pare el dolor | el sangrado no para
      quiero cancelar mi cita | cancele mi cita por favor | parar la hemorragia | los mensajes son para mi mamá
      cancelar cita | quiero que ya paren los dolores`,
  },
  "es-sacar-de-la-lista": {
    fires: `
      sáquenme de la lista | quítenme de la lista | quiero salir de la lista | bórrenme de su lista
      quite mi número de su lista | elimine mi nombre de la lista | saquenme de aqui
      me quitan de la lista por favor | me puede sacar de la lista | quiero que me saquen de la lista
      Por favor quíteme de su lista | sáqueme de la lista por favor | sáquenme de esta lista
      elimínenme de la lista | borre mi número de su sistema`,
    spares: `
      no me quiten de la lista | no me saquen de la lista | me sacaron de la lista de espera
      quítenme de la lista de espera | me puede quitar de la lista de espera | sáquenme una cita
      sáquenme la muela | quitarme los puntos | sáqueme de la lista de cirugías | cuando salga de la lista
      no quiero que me quiten de la lista`,
  },
  "es-mi-numero": {
    fires: `
      borren mi número | los voy a reportar | borrar mi número | he bloqueado no; los voy a bloquear`,
    spares: `
      perdí mi número | voy a perder mi número | no borren mi número | olvidé mi número de seguro
      no olvide mi número | borre mi cita | borre mi número viejo, este es el nuevo | no voy a bloquear el número`,
  },
  "es-dar-de-baja": {
    fires: `
      quiero la baja de los mensajes | quiero darme de baja | darme de baja | denme de baja por favor
      quiero que me den de baja | deme de baja de los mensajes | darme de baja de esta lista`,
    spares: `
      ¿me puede dar de baja por embarazo? | dada de baja del seguro | me dieron de baja del seguro
      quiero darme de baja del seguro | de baja por maternidad | dar de baja a mi esposo del seguro
      me di de baja del gimnasio | la presión baja | baja presión | estoy de baja | no quiero darme de baja
      no me den de baja | no quiero que me den de baja | no me quiero dar de baja | quiero dar de baja mi seguro
      ya me di de baja del seguro`,
  },
  "es-dejar-en-paz": {
    fires: `
      quiero que me dejen en paz | déjenme en paz | dejame en paz | no molesten | déjenme tranquila`,
    spares: `
      quiero que el dolor me deje en paz | no me deja en paz el dolor | el niño no me deja en paz
      no me dejen sola | el dolor no me molesta | déjeme un mensaje | déjenme saber | déjenme en paz los dolores`,
  },
  "es-revocar": {
    fires: `
      no consiento recibir mensajes | revoco mi consentimiento | no doy permiso para mensajes
      no tienen mi permiso para mandarme mensajes | no les doy permiso de mandarme mensajes
      retiro mi consentimiento`,
    spares: `
      no doy permiso para la vacuna | no doy mi consentimiento para la cirugía | no autorizo la operación
      el médico me retiró el permiso | permiso de trabajo | retiro de puntos | no revoco mi permiso`,
  },
  "es-desuscribir": {
    fires: `
      desuscribirme | quiero desuscribirme de esto | quiero anular la suscripción | eliminar suscripción`,
    spares: `
      no me quiero desuscribir | nunca me desuscribí`,
  },
  "es-ya-dije": {
    fires: `
      ya puse STOP y siguen | ya dije alto | les dije STOP | mandé STOP y siguen mandando
      ya me di de baja y siguen | ya les dije que paren | ya les pedí que me quitaran
      por qué siguen mandando mensajes si dije ALTO`,
    spares: `
      ya me di de baja del Medicaid | le dije baja la voz | nunca dije alto | no dije que pararan
      le dije alto a mi esposo`,
  },
  "es-harta": {
    fires: `
      estoy harta de sus mensajes | me harté de sus mensajes | estoy cansada de tantos mensajes | nunca pedí esto
      no me registré para esto | quiero salirme de esto | como me salgo de esto`,
    spares: `
      no estoy cansada de sus mensajes | estoy cansada de los dolores | cómo dejo de vomitar`,
  },
  "es-near-word": {
    fires: `
      cancela | cancele | detengan | cancelen | detener`,
    spares: `
      cancelaron | cancelado | cancelar el transporte | se cancela la cita | detener el sangrado`,
  },
};
