//===- conformance.c - api.json against the header ----------------*- C -*-===//
//
// Part of the dbtidy project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// Compiles, as C and as C++, against mock/ and against the real headers of libbson: every
// call of api.json is made with values of the types that its entry assumes. Never run.
//
// Real headers: pkg-config libbson-1.0
//
//===----------------------------------------------------------------------===//
#include <bson/bson.h>

// The places that the rules speak of are members of the real structures, too.
uint32_t contentsOf(const bson_t *Document) { return Document->flags; }
int32_t contentsOfValue(const bson_value_t *Value) { return Value->padding; }
const uint8_t *positionOf(const bson_iter_t *Iter) { return Iter->raw; }

void documents(va_list Arguments, uint8_t *Bytes, uint8_t **BytesPlace,
               const uint8_t *ConstBytes, const bson_t *ConstDocument,
               const bson_json_opts_t *ConstJsonOpts, const char *ConstText, void *Data,
               bson_t *Document, bson_error_t *Error, bool Flag, int Number,
               bson_realloc_func ReallocFunc, ssize_t Signed, size_t Size,
               size_t *SizePlace, char *Text, uint32_t UInt32, uint32_t *UInt32Place,
               bson_validate_flags_t ValidateFlags) {
  Text = bson_utf8_escape_for_json(ConstText, Signed);
  Document = bson_new();
  Document = bson_new_from_json(ConstBytes, Signed, Error);
  Flag = bson_init_from_json(Document, ConstText, Signed, Error);
  Flag = bson_init_static(Document, ConstBytes, Size);
  bson_init(Document);
  bson_reinit(Document);
  Document = bson_new_from_data(ConstBytes, Size);
  Document = bson_new_from_buffer(BytesPlace, SizePlace, ReallocFunc, Data);
  Document = bson_sized_new(Size);
  Document = bson_copy(ConstDocument);
  bson_copy_to(ConstDocument, Document);
  bson_copy_to_excluding(ConstDocument, Document, ConstText, NULL);
  bson_copy_to_excluding_noinit(ConstDocument, Document, ConstText, NULL);
  bson_copy_to_excluding_noinit_va(ConstDocument, Document, ConstText, Arguments);
  bson_destroy(Document);
  Bytes = bson_reserve_buffer(Document, UInt32);
  Flag = bson_steal(Document, Document);
  Bytes = bson_destroy_with_steal(Document, Flag, UInt32Place);
  ConstBytes = bson_get_data(ConstDocument);
  UInt32 = bson_count_keys(ConstDocument);
  Flag = bson_has_field(ConstDocument, ConstText);
  Number = bson_compare(ConstDocument, ConstDocument);
  Flag = bson_equal(ConstDocument, ConstDocument);
  Flag = bson_validate(ConstDocument, ValidateFlags, SizePlace);
  Flag = bson_validate_with_error(ConstDocument, ValidateFlags, Error);
  Text = bson_as_json_with_opts(ConstDocument, SizePlace, ConstJsonOpts);
  Text = bson_as_canonical_extended_json(ConstDocument, SizePlace);
  Text = bson_as_json(ConstDocument, SizePlace);
  Text = bson_as_relaxed_extended_json(ConstDocument, SizePlace);
  Text = bson_array_as_json(ConstDocument, SizePlace);
  Flag = bson_concat(Document, ConstDocument);
  (void)Bytes;
  (void)ConstBytes;
  (void)Document;
  (void)Flag;
  (void)Number;
  (void)Text;
  (void)UInt32;
}

void appending(const uint8_t *ConstBytes, const bson_decimal128_t *ConstDecimal128,
               const bson_t *ConstDocument, const bson_iter_t *ConstIter,
               const bson_oid_t *ConstOid, const char *ConstText,
               const bson_value_t *ConstValue, bson_t *Document, bool Flag, int32_t Int32,
               int64_t Int64, int Number, double Real, bson_subtype_t Subtype,
               time_t Time, struct timeval *TimevalPlace, uint32_t UInt32) {
  Flag = bson_append_value(Document, ConstText, Number, ConstValue);
  Flag = bson_append_array(Document, ConstText, Number, ConstDocument);
  Flag = bson_append_binary(Document, ConstText, Number, Subtype, ConstBytes, UInt32);
  Flag = bson_append_bool(Document, ConstText, Number, Flag);
  Flag = bson_append_code(Document, ConstText, Number, ConstText);
  Flag =
      bson_append_code_with_scope(Document, ConstText, Number, ConstText, ConstDocument);
  Flag = bson_append_dbpointer(Document, ConstText, Number, ConstText, ConstOid);
  Flag = bson_append_double(Document, ConstText, Number, Real);
  Flag = bson_append_document(Document, ConstText, Number, ConstDocument);
  Flag = bson_append_document_begin(Document, ConstText, Number, Document);
  Flag = bson_append_document_end(Document, Document);
  Flag = bson_append_array_begin(Document, ConstText, Number, Document);
  Flag = bson_append_array_end(Document, Document);
  Flag = bson_append_int32(Document, ConstText, Number, Int32);
  Flag = bson_append_int64(Document, ConstText, Number, Int64);
  Flag = bson_append_decimal128(Document, ConstText, Number, ConstDecimal128);
  Flag = bson_append_iter(Document, ConstText, Number, ConstIter);
  Flag = bson_append_minkey(Document, ConstText, Number);
  Flag = bson_append_maxkey(Document, ConstText, Number);
  Flag = bson_append_null(Document, ConstText, Number);
  Flag = bson_append_oid(Document, ConstText, Number, ConstOid);
  Flag = bson_append_regex(Document, ConstText, Number, ConstText, ConstText);
  Flag =
      bson_append_regex_w_len(Document, ConstText, Number, ConstText, Number, ConstText);
  Flag = bson_append_utf8(Document, ConstText, Number, ConstText, Number);
  Flag = bson_append_symbol(Document, ConstText, Number, ConstText, Number);
  Flag = bson_append_time_t(Document, ConstText, Number, Time);
  Flag = bson_append_timeval(Document, ConstText, Number, TimevalPlace);
  Flag = bson_append_date_time(Document, ConstText, Number, Int64);
  Flag = bson_append_now_utc(Document, ConstText, Number);
  Flag = bson_append_timestamp(Document, ConstText, Number, UInt32, UInt32);
  Flag = bson_append_undefined(Document, ConstText, Number);
  (void)Flag;
}

void iteratorsValues(const uint8_t *ConstBytes, const uint8_t **ConstBytesPlace,
                     const bson_decimal128_t *ConstDecimal128,
                     const bson_t *ConstDocument, const bson_iter_t *ConstIter,
                     const bson_oid_t *ConstOid, const bson_oid_t **ConstOidPlace,
                     const char *ConstText, const char **ConstTexts,
                     const bson_value_t *ConstValue, const bson_visitor_t *ConstVisitor,
                     void *Data, bson_decimal128_t *Decimal128, bool Flag, int32_t Int32,
                     int64_t Int64, bson_iter_t *Iter, int Number, double Real,
                     size_t Size, size_t *SizePlace, bson_subtype_t *Subtype, char *Text,
                     time_t Time, struct timeval *TimevalPlace, bson_type_t Type,
                     uint32_t UInt32, uint32_t *UInt32Place, bson_value_t *Value) {
  ConstValue = bson_iter_value(Iter);
  UInt32 = bson_iter_utf8_len_unsafe(ConstIter);
  bson_iter_array(ConstIter, UInt32Place, ConstBytesPlace);
  bson_iter_binary(ConstIter, Subtype, UInt32Place, ConstBytesPlace);
  ConstText = bson_iter_code(ConstIter, UInt32Place);
  ConstText = bson_iter_code_unsafe(ConstIter, UInt32Place);
  ConstText = bson_iter_codewscope(ConstIter, UInt32Place, UInt32Place, ConstBytesPlace);
  bson_iter_dbpointer(ConstIter, UInt32Place, ConstTexts, ConstOidPlace);
  bson_iter_document(ConstIter, UInt32Place, ConstBytesPlace);
  Real = bson_iter_double(ConstIter);
  Real = bson_iter_as_double(ConstIter);
  Real = bson_iter_double_unsafe(ConstIter);
  Flag = bson_iter_init(Iter, ConstDocument);
  Flag = bson_iter_init_from_data(Iter, ConstBytes, Size);
  Flag = bson_iter_init_find(Iter, ConstDocument, ConstText);
  Flag = bson_iter_init_find_w_len(Iter, ConstDocument, ConstText, Number);
  Flag = bson_iter_init_find_case(Iter, ConstDocument, ConstText);
  Flag = bson_iter_init_from_data_at_offset(Iter, ConstBytes, Size, UInt32, UInt32);
  Int32 = bson_iter_int32(ConstIter);
  Int32 = bson_iter_int32_unsafe(ConstIter);
  Int64 = bson_iter_int64(ConstIter);
  Int64 = bson_iter_as_int64(ConstIter);
  Int64 = bson_iter_int64_unsafe(ConstIter);
  Flag = bson_iter_find(Iter, ConstText);
  Flag = bson_iter_find_w_len(Iter, ConstText, Number);
  Flag = bson_iter_find_case(Iter, ConstText);
  Flag = bson_iter_find_descendant(Iter, ConstText, Iter);
  Flag = bson_iter_next(Iter);
  ConstOid = bson_iter_oid(ConstIter);
  ConstOid = bson_iter_oid_unsafe(ConstIter);
  Flag = bson_iter_decimal128(ConstIter, Decimal128);
  bson_iter_decimal128_unsafe(ConstIter, Decimal128);
  ConstText = bson_iter_key(ConstIter);
  UInt32 = bson_iter_key_len(ConstIter);
  ConstText = bson_iter_key_unsafe(ConstIter);
  ConstText = bson_iter_utf8(ConstIter, UInt32Place);
  ConstText = bson_iter_utf8_unsafe(ConstIter, SizePlace);
  Text = bson_iter_dup_utf8(ConstIter, UInt32Place);
  Int64 = bson_iter_date_time(ConstIter);
  Time = bson_iter_time_t(ConstIter);
  Time = bson_iter_time_t_unsafe(ConstIter);
  bson_iter_timeval(ConstIter, TimevalPlace);
  bson_iter_timeval_unsafe(ConstIter, TimevalPlace);
  bson_iter_timestamp(ConstIter, UInt32Place, UInt32Place);
  Flag = bson_iter_bool(ConstIter);
  Flag = bson_iter_bool_unsafe(ConstIter);
  Flag = bson_iter_as_bool(ConstIter);
  ConstText = bson_iter_regex(ConstIter, ConstTexts);
  ConstText = bson_iter_symbol(ConstIter, UInt32Place);
  Type = bson_iter_type(ConstIter);
  Type = bson_iter_type_unsafe(ConstIter);
  Flag = bson_iter_recurse(ConstIter, Iter);
  bson_iter_overwrite_int32(Iter, Int32);
  bson_iter_overwrite_int64(Iter, Int64);
  bson_iter_overwrite_double(Iter, Real);
  bson_iter_overwrite_decimal128(Iter, ConstDecimal128);
  bson_iter_overwrite_bool(Iter, Flag);
  bson_iter_overwrite_oid(Iter, ConstOid);
  bson_iter_overwrite_timestamp(Iter, UInt32, UInt32);
  bson_iter_overwrite_date_time(Iter, Int64);
  Flag = bson_iter_visit_all(Iter, ConstVisitor, Data);
  UInt32 = bson_iter_offset(Iter);
  bson_value_copy(ConstValue, Value);
  bson_value_destroy(Value);
  (void)ConstOid;
  (void)ConstText;
  (void)ConstValue;
  (void)Flag;
  (void)Int32;
  (void)Int64;
  (void)Real;
  (void)Text;
  (void)Time;
  (void)Type;
  (void)UInt32;
}

void readersWritersContexts(
    uint8_t **BytesPlace, const uint8_t *ConstBytes, const bson_t *ConstDocument,
    const char *ConstText, bson_context_t *Context, bson_context_flags_t ContextFlags,
    void *Data, bson_t *Document, bson_t **DocumentPlace, bson_error_t *Error, bool Flag,
    bool *FlagPlace, int32_t Int32, bson_json_destroy_cb JsonDestroyCb,
    bson_json_mode_t JsonMode, bson_json_opts_t *JsonOpts, bson_json_reader_t *JsonReader,
    bson_json_reader_cb JsonReaderCb, int Number, off_t Offset, bson_reader_t *Reader,
    bson_reader_destroy_func_t ReaderDestroyFunc, bson_reader_read_func_t ReaderReadFunc,
    bson_realloc_func ReallocFunc, size_t Size, size_t *SizePlace,
    bson_writer_t *Writer) {
  Context = bson_context_new(ContextFlags);
  bson_context_destroy(Context);
  Context = bson_context_get_default();
  JsonOpts = bson_json_opts_new(JsonMode, Int32);
  bson_json_opts_destroy(JsonOpts);
  JsonReader = bson_json_reader_new(Data, JsonReaderCb, JsonDestroyCb, Flag, Size);
  JsonReader = bson_json_reader_new_from_fd(Number, Flag);
  JsonReader = bson_json_reader_new_from_file(ConstText, Error);
  bson_json_reader_destroy(JsonReader);
  Number = bson_json_reader_read(JsonReader, Document, Error);
  JsonReader = bson_json_data_reader_new(Flag, Size);
  bson_json_data_reader_ingest(JsonReader, ConstBytes, Size);
  Reader = bson_reader_new_from_handle(Data, ReaderReadFunc, ReaderDestroyFunc);
  Reader = bson_reader_new_from_fd(Number, Flag);
  Reader = bson_reader_new_from_file(ConstText, Error);
  Reader = bson_reader_new_from_data(ConstBytes, Size);
  bson_reader_destroy(Reader);
  bson_reader_set_read_func(Reader, ReaderReadFunc);
  bson_reader_set_destroy_func(Reader, ReaderDestroyFunc);
  ConstDocument = bson_reader_read(Reader, FlagPlace);
  Offset = bson_reader_tell(Reader);
  bson_reader_reset(Reader);
  Writer = bson_writer_new(BytesPlace, SizePlace, Size, ReallocFunc, Data);
  bson_writer_destroy(Writer);
  Size = bson_writer_get_length(Writer);
  Flag = bson_writer_begin(Writer, DocumentPlace);
  bson_writer_end(Writer);
  bson_writer_rollback(Writer);
  (void)ConstDocument;
  (void)Context;
  (void)Flag;
  (void)JsonOpts;
  (void)JsonReader;
  (void)Number;
  (void)Offset;
  (void)Reader;
  (void)Size;
  (void)Writer;
}

void memoryStrings(va_list Arguments, char Character, const char *ConstText, void *Data,
                   bool Flag, size_t Size, bson_string_t *String, char *Text,
                   char **Texts, uint32_t UInt32, bson_unichar_t Unichar) {
  Data = bson_malloc(Size);
  Data = bson_malloc0(Size);
  Data = bson_aligned_alloc(Size, Size);
  Data = bson_aligned_alloc0(Size, Size);
  Data = bson_realloc(Data, Size);
  Data = bson_realloc_ctx(Data, Size, Data);
  bson_free(Data);
  bson_zero_free(Data, Size);
  String = bson_string_new(ConstText);
  Text = bson_string_free(String, Flag);
  bson_string_append(String, ConstText);
  bson_string_append_c(String, Character);
  bson_string_append_unichar(String, Unichar);
  bson_string_append_printf(String, ConstText, NULL);
  bson_string_truncate(String, UInt32);
  Text = bson_strdup(ConstText);
  Text = bson_strdup_printf(ConstText, NULL);
  Text = bson_strdupv_printf(ConstText, Arguments);
  Text = bson_strndup(ConstText, Size);
  bson_strfreev(Texts);
  (void)Data;
  (void)String;
  (void)Text;
}

void writtenDown(va_list *ArgumentsPlace, bcon_append_ctx_t *BconAppendCtx,
                 bcon_extract_ctx_t *BconExtractCtx, const char *ConstText, void *Data,
                 bson_t *Document, bool Flag) {
  bcon_append(Document, NULL);
  bcon_append_ctx(Document, BconAppendCtx, NULL);
  bcon_append_ctx_va(Document, BconAppendCtx, ArgumentsPlace);
  bcon_append_ctx_init(BconAppendCtx);
  bcon_extract_ctx_init(BconExtractCtx);
  bcon_extract_ctx(Document, BconExtractCtx, NULL);
  Flag = bcon_extract_ctx_va(Document, BconExtractCtx, ArgumentsPlace);
  Flag = bcon_extract(Document, NULL);
  Flag = bcon_extract_va(Document, BconExtractCtx, NULL);
  Document = bcon_new(Data, NULL);
  ConstText = bson_bcon_magic();
  ConstText = bson_bcone_magic();
  (void)ConstText;
  (void)Document;
  (void)Flag;
}

#if BSON_CHECK_VERSION(1, 30, 0)
void sinceRelease130(bson_array_builder_t *ArrayBuilder,
                     bson_array_builder_t **ArrayBuilderPlace,
                     const bson_t *ConstDocument, const char *ConstText, bson_t *Document,
                     bool Flag, bson_json_opts_t *JsonOpts, int Number, size_t *SizePlace,
                     char *Text) {
  ArrayBuilder = bson_array_builder_new();
  Flag = bson_array_builder_build(ArrayBuilder, Document);
  bson_array_builder_destroy(ArrayBuilder);
  Flag = bson_append_array_builder_begin(Document, ConstText, Number, ArrayBuilderPlace);
  Flag = bson_append_array_builder_end(Document, ArrayBuilder);
  Flag = bson_append_array_unsafe_begin(Document, ConstText, Number, Document);
  Flag = bson_append_array_unsafe_end(Document, Document);
  Text = bson_as_legacy_extended_json(ConstDocument, SizePlace);
  Text = bson_array_as_legacy_extended_json(ConstDocument, SizePlace);
  Text = bson_array_as_canonical_extended_json(ConstDocument, SizePlace);
  Text = bson_array_as_relaxed_extended_json(ConstDocument, SizePlace);
  bson_json_opts_set_outermost_array(JsonOpts, Flag);
  (void)ArrayBuilder;
  (void)Flag;
  (void)Text;
}
#endif
