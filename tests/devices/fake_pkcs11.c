/* A PKCS#11 module that behaves as its environment says (PKCS#11 2.40), for what SoftHSM never does.
 *
 * FAKE_CERTIFICATE: file with the certificate on the token. FAKE_SLOT: what the slot is called.
 * FAKE_FLAGS: of the token, in hexadecimal; FAKE_FLAGS_AFTER: those after C_Login.
 * FAKE_<FUNCTION>: hang, crash, or the hexadecimal value that the function answers.
 * FAKE_RECORD: file to which the name of each function is added as it is called.
 */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

typedef unsigned long Number;

struct version { unsigned char major, minor; };
struct slot { unsigned char description[64], maker[32]; Number flags; struct version hardware, firmware; };
struct token {
    unsigned char label[32], maker[32], model[16], serial[16];
    Number flags, sizes[10];
    struct version hardware, firmware;
    unsigned char time[16];
};
struct attribute { Number type; void *value; Number length; };

static int logins;
static Number looked_for;

static Number step(const char *name) {
    const char *record = getenv("FAKE_RECORD");
    if (record) {
        FILE *file = fopen(record, "a");
        fprintf(file, "%s\n", name);
        fclose(file);
    }
    char variable[64] = "FAKE_";
    strcat(variable, name);
    const char *answer = getenv(variable);
    if (!answer) return 0;
    if (!strcmp(answer, "hang")) for (;;) pause();
    if (!strcmp(answer, "crash")) raise(SIGSEGV);
    return strtoul(answer, 0, 16);
}

static Number number(const char *variable) {
    const char *text = getenv(variable);
    return text ? strtoul(text, 0, 16) : 0;
}

static Number initialize(void *arguments) { return step("C_Initialize"); }
static Number finalize(void *reserved) { return step("C_Finalize"); }

static Number slots(unsigned char present, Number *list, Number *count) {
    list[0] = 7;
    *count = 1;
    return step("C_GetSlotList");
}

static Number slot_info(Number at, struct slot *told) {
    const char *name = getenv("FAKE_SLOT");
    memset(told, ' ', sizeof told->description + sizeof told->maker);
    if (name) memcpy(told->description, name, strlen(name));
    return step("C_GetSlotInfo");
}

static Number token_info(Number at, struct token *told) {
    memset(told, 0, sizeof *told);
    told->flags = 0x400 | number(logins && getenv("FAKE_FLAGS_AFTER") ? "FAKE_FLAGS_AFTER" : "FAKE_FLAGS");
    return step("C_GetTokenInfo");
}

static Number open_session(Number at, Number flags, void *mine, void *notify, Number *session) {
    *session = 1;
    return step("C_OpenSession");
}
static Number close_session(Number session) { return step("C_CloseSession"); }

static Number login(Number session, Number user, unsigned char *pin, Number length) {
    logins++;
    return step("C_Login");
}
static Number logout(Number session) { return step("C_Logout"); }

static Number find_begin(Number session, struct attribute *wanted, Number count) {
    looked_for = *(Number *)wanted[0].value;
    return step("C_FindObjectsInit");
}
static Number find(Number session, Number *found, Number most, Number *count) {
    found[0] = looked_for;
    *count = 1;
    return step("C_FindObjects");
}
static Number find_end(Number session) { return step("C_FindObjectsFinal"); }

static Number attribute(Number session, Number object, struct attribute *asked, Number count) {
    if (asked->type == 0x102) { memcpy(asked->value, "\1", asked->length = 1); return 0; }
    if (asked->type == 0x11) {
        FILE *file = fopen(getenv("FAKE_CERTIFICATE"), "rb");
        asked->length = fread(asked->value, 1, asked->length, file);
        fclose(file);
        return 0;
    }
    asked->length = (Number)-1;
    return 0x12; /* CKR_ATTRIBUTE_TYPE_INVALID */
}

static Number sign_begin(Number session, void *mechanism, Number key) { return step("C_SignInit"); }
static Number sign(Number session, unsigned char *content, Number length, unsigned char *made, Number *size) {
    memset(made, 0x55, *size = 256);
    return step("C_Sign");
}

static struct { struct version version; void *functions[68]; } list;

Number C_GetFunctionList(void **told) {
    void **at = list.functions;
    at[0] = initialize; at[1] = finalize; at[4] = slots; at[5] = slot_info; at[6] = token_info;
    at[12] = open_session; at[13] = close_session; at[18] = login; at[19] = logout; at[24] = attribute;
    at[26] = find_begin; at[27] = find; at[28] = find_end; at[42] = sign_begin; at[43] = sign;
    *told = &list;
    return 0;
}
