// @ts-nocheck
// Made by scripts/schemas.mjs from schemas/meta.schema.json; change that instead.
/** The top-level keys that the validation looks at. */
export const SHAPE_KEYS: readonly string[] = ["scope","stats_pool_config","custom_props","edge_method"];

const schema11 = {"type":"object","properties":{"scope":{"type":["string","null"]},"stats_pool_config":{"type":["object","null"],"properties":{"save_pools":{"type":["array","string","null"],"items":{"type":"string"}}}},"custom_props":{"type":["object","null"]},"edge_method":{"type":["string","null"]}}};

function validate10(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.scope !== undefined){
let data0 = data.scope;
if((typeof data0 !== "string") && (data0 !== null)){
const err0 = {instancePath:instancePath+"/scope",schemaPath:"#/properties/scope/type",keyword:"type",params:{type: schema11.properties.scope.type}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.stats_pool_config !== undefined){
let data1 = data.stats_pool_config;
if((!(data1 && typeof data1 == "object" && !Array.isArray(data1))) && (data1 !== null)){
const err1 = {instancePath:instancePath+"/stats_pool_config",schemaPath:"#/properties/stats_pool_config/type",keyword:"type",params:{type: schema11.properties.stats_pool_config.type}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data1 && typeof data1 == "object" && !Array.isArray(data1)){
if(data1.save_pools !== undefined){
let data2 = data1.save_pools;
if(((!(Array.isArray(data2))) && (typeof data2 !== "string")) && (data2 !== null)){
const err2 = {instancePath:instancePath+"/stats_pool_config/save_pools",schemaPath:"#/properties/stats_pool_config/properties/save_pools/type",keyword:"type",params:{type: schema11.properties.stats_pool_config.properties.save_pools.type}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(Array.isArray(data2)){
const len0 = data2.length;
for(let i0=0; i0<len0; i0++){
if(typeof data2[i0] !== "string"){
const err3 = {instancePath:instancePath+"/stats_pool_config/save_pools/" + i0,schemaPath:"#/properties/stats_pool_config/properties/save_pools/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
}
}
}
}
if(data.custom_props !== undefined){
let data4 = data.custom_props;
if((!(data4 && typeof data4 == "object" && !Array.isArray(data4))) && (data4 !== null)){
const err4 = {instancePath:instancePath+"/custom_props",schemaPath:"#/properties/custom_props/type",keyword:"type",params:{type: schema11.properties.custom_props.type}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.edge_method !== undefined){
let data5 = data.edge_method;
if((typeof data5 !== "string") && (data5 !== null)){
const err5 = {instancePath:instancePath+"/edge_method",schemaPath:"#/properties/edge_method/type",keyword:"type",params:{type: schema11.properties.edge_method.type}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
else {
const err6 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
validate10.errors = vErrors;
return errors === 0;
}

/** Whether a plain value has the shape of a meta file. The mistakes of the last value are in `errors`. */
export const validateShape = validate10;
