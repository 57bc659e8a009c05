// Built by `npm run build` in lib/page_scripts.
var KEEP_KEYS={"data-lm-suppress-shortcuts":"true"};function setAttributes(node,attributes,children=[]){for(let[name,value]of Object.
entries(attributes))typeof value=="function"?node.addEventListener(name,value):node.setAttribute(name,value);return node.
append(...children),node}function html(name,attributes={},...children){let takesKeys=["input","select","button"].includes(
name);return setAttributes(document.createElement(name),takesKeys?{...KEEP_KEYS,...attributes}:attributes,children)}function svg(name,attributes={},...children){
return setAttributes(document.createElementNS("http://www.w3.org/2000/svg",name),attributes,children)}var textAt=(x,y,text,attributes={})=>svg(
"text",{x,y,...attributes},text);function createRoot(el,label){let root=html("div",{class:"cr",role:"group","aria-label":label,
...KEEP_KEYS});return el.append(root),root}var controlBar=(...controls)=>html("div",{class:"controls"},...controls);function follow(model,name,show){model.on(`change:${name}`,show),show()}function select(label,model,name,save,options=model.get("options")[name]){let node=html("select",{"aria-label":label,change:()=>save(
{[name]:node.value})});return node.append(...options.map(option=>html("option",{value:option},option))),follow(model,name,
()=>{node.value=model.get(name)}),html("label",{},label,node)}var clamp=(value,low,high)=>Math.min(Math.max(value,low),high);var SUPERSCRIPTS="⁰¹²³⁴⁵⁶⁷⁸⁹";function superscript(power){return[...String(power)].map(digit=>digit==="\
-"?"⁻":SUPERSCRIPTS[Number(digit)]).join("")}function formatNumber(value,digits=3){if(Number.isNaN(value))return"NaN";
if(!Number.isFinite(value))return value>0?"∞":"−∞";if(value!==0&&(Math.abs(value)<.001||Math.abs(value)>=1e5)){let[
mantissa,power]=value.toExponential(1).split("e");return`${mantissa}·10${superscript(Number(power))}`.replace("-","−")}
return String(Number(value.toPrecision(digits))).replace("-","−")}function slider(label,model,name,{min,max,step,text=formatNumber},save){let value=html("output"),input=html("input",{type:"\
range",min,max,step,"aria-label":label});return input.addEventListener("input",()=>save({[name]:Number(input.value)})),follow(
model,name,()=>{Number(input.value)!==model.get(name)&&(input.value=model.get(name)),value.textContent=text(model.get(name)),
input.setAttribute("aria-valuetext",value.textContent)}),html("label",{},label,input,value)}function toNumbers(view,Kind=Float32Array){let bytes=view.buffer.slice(view.byteOffset,view.byteOffset+view.byteLength);
return new Kind(bytes)}function interpolate(values,low,step){return z=>{let place=(z-low)/step,left=clamp(Math.floor(place+1e-6),0,values.length-
2);return values[left]+(place-left)*(values[left+1]-values[left])}}function throttle(draw){let drawn=!1,late=!1,now=()=>{late=!1,draw()};return()=>{late=!0,!drawn&&(drawn=!0,queueMicrotask(
now),requestAnimationFrame(function next(){drawn=late,late&&(now(),requestAnimationFrame(next))}))}}function reportDrawn(root,drawn){"chainruleTest"in globalThis&&(root.dataset.drawn=JSON.stringify(drawn))}function drawOnChange(root,model,names,draw){
let now=()=>reportDrawn(root,draw()),soon=throttle(now);for(let name of names)model.on(`change:${name}`,soon);return now(),
soon}function saveDebounced(model){let timer,unsaved={};return model.on("change",()=>{for(let[name,value]of Object.entries(unsaved))
model.get(name)!==value&&model.set(name,value)}),state=>{Object.assign(unsaved,state);for(let[name,value]of Object.entries(
state))model.set(name,value);clearTimeout(timer),timer=setTimeout(()=>{unsaved={},model.save_changes()},150)}}var ALIKE={dendrites:["Dendrites ↔ inputs.","Both receive signals. Difference: a dendrite receives pulses over time an\
d already computes with them. An input is one number."],synapses:["Synapses ↔ weights.","Both set how strongly a signa\
l counts, and both change when something is learned. Difference: training can change the sign of a weight. A synapse exc\
ites or inhibits, and this hardly ever changes."],"cell body":["Cell body ↔ sum.","Both add the signals. Difference: i\
n a cell body, charge leaks away over time. The bias plays the role of the threshold from which a nerve cell sends pulse\
s."],axon:["Axon ↔ output.","Both send one result to many others. Difference: an axon sends spikes that are all equall\
y strong, up to some hundreds per second. ŷ is one number."],"many cells":["Brain ↔ network.","Both consist of many c\
onnected units. Difference: a brain has about 86 billion nerve cells, connected in loops. There is no good evidence that\
 it learns by backpropagation, as our networks do."]};function render({model,el}){let root=createRoot(el,"Nerve cell and\
 neuron"),save=saveDebounced(model),sigmoid=interpolate(toNumbers(model.get("table")),-40,.02),picture=svg("svg",{viewBox:"\
0 0 848 300",role:"img"}),scene=svg("g");picture.append(scene);let says=html("p",{class:"says","aria-live":"polite"}),change=(name,i)=>state=>save(
{[name]:model.get(name).map((old,j)=>i===j?state[name]:old)}),entry=(label,name,i,range)=>slider(label,{get:()=>model.get(
name)[i],on:(event,act)=>model.on(event,act)},name,range,change(name,i));root.append(controlBar(select("part",model,"par\
t",save),slider("bias",model,"bias",{min:-4,max:4,step:.1},save)),controlBar(...[0,1,2].map(i=>entry(`x${"₁₂₃"[i]}`,
"signals",i,{min:0,max:1,step:.05}))),controlBar(...[0,1,2].map(i=>entry(`w${"₁₂₃"[i]}`,"weights",i,{min:-4,max:4,
step:.1}))),picture,says),drawOnChange(root,model,["part","signals","weights","bias"],()=>{let[part,x,w,bias]=["part","s\
ignals","weights","bias"].map(name=>model.get(name)),z=bias+x.reduce((sum,v,i)=>sum+v*w[i],0),y=sigmoid(z);return scene.
replaceChildren(...cell(part,x,w,y),...unit(part,x,w,bias,z,y)),says.replaceChildren(html("b",{},`${ALIKE[part][0]} `),ALIKE[part][1]),
picture.setAttribute("aria-label",`z = ${formatNumber(z)}, ŷ = ${formatNumber(y)}. ${says.textContent}`),{part,signals:x,
weights:w,bias,z,y}})}var look=(part,name)=>part===name?"line orange":"line thin ink",wire=(d,kind,strength=1)=>svg("pat\
h",{d,class:kind,opacity:.35+.65*strength});function cell(part,x,w,y){let rows=[60,140,220],nodes=[textAt(20,16,"nerve c\
ell",{class:"title"})];rows.forEach((top,i)=>{let dendrites=look(part,"dendrites");nodes.push(wire(`M20 ${top}q30 ${i===
1?-8:6} 64 0`,dendrites,x[i]),wire(`M20 ${top-20}q20 12 40 18`,dendrites,x[i]),wire(`M20 ${top+22}q24 -4 42 -21`,dendrites,
x[i]),wire(`M92 ${top}Q130 ${top} 156 ${140+(i-1)*20}`,dendrites,x[i]),svg("circle",{cx:88,cy:top,r:2.5+1.6*Math.abs(w[i]),
class:`${w[i]<0?"line thin":"fill"} ${part==="synapses"?"orange":"ink"}`}))}),nodes.push(svg("path",{d:"M150 118q14 -22 \
40 -16q34 4 34 38q0 30 -30 38q-30 6 -44 -18q-12 -22 0 -42z",class:look(part,"cell body")}),svg("circle",{cx:188,cy:140,r:10,
class:"wash"}),wire("M224 140C270 132 290 150 336 140",`${look(part,"axon")} ${part==="axon"?"":"wide-axon"}`,y),wire("M\
336 140q20 -20 44 -30M336 140q24 0 48 2M336 140q20 20 42 34",look(part,"axon"),y),textAt(20,272,"dendrites",{class:"quie\
t"}),textAt(88,252,"synapses",{class:"quiet","text-anchor":"middle"}),textAt(188,200,"cell body",{class:"quiet","text-an\
chor":"middle"}),textAt(290,122,"axon",{class:"quiet","text-anchor":"middle"}));let spikes=Math.round(8*y);for(let i=0;i<
spikes;i++)nodes.push(svg("path",{d:`M${236+i*12} 164v-10`,class:"line thin ink"}));return nodes.push(textAt(236,180,spikes?
"spikes":"no spikes",{class:"quiet"})),part==="many cells"&&nodes.push(...crowd(266,208)),nodes}function crowd(x,y){let at=Array.
from({length:15},(_,i)=>[x+26*(i%5)+9*(i*7%3),y+26*Math.floor(i/5)+7*(i*5%3)]),wires=at.flatMap((from,i)=>[4,7,11].map(hop=>[
from,at[(i+hop)%15]]));return knots(at,wires)}function tidy(x,y){let layers=[3,4,2].map((count,layer)=>Array.from({length:count},
(_,i)=>[x+layer*50,y+40+22*(i-(count-1)/2)]));return knots(layers.flat(),[0,1].flatMap(k=>layers[k].flatMap(from=>layers[k+
1].map(to=>[from,to]))))}var knots=(at,wires)=>[...wires.map(([[a,b],[c,d]])=>svg("path",{d:`M${a} ${b}L${c} ${d}`,class:"\
line ink",style:"stroke-width: 0.7",opacity:.5})),...at.map(([cx,cy])=>svg("circle",{cx,cy,r:4,class:"fill orange"}))];function unit(part,x,w,bias,z,y){
let rows=[60,140,220],[sum,activation]=[[640,140],[724,140]],nodes=[textAt(450,16,"artificial neuron",{class:"title"})];
return rows.forEach((top,i)=>{nodes.push(svg("circle",{cx:478,cy:top,r:20,class:look(part,"dendrites")}),textAt(478,top+
4,formatNumber(x[i],2),{"text-anchor":"middle"}),textAt(450,top+4,`x${"₁₂₃"[i]}`,{class:"quiet","text-anchor":"end"}),
wire(`M498 ${top}L618 ${140+(i-1)*12}`,`${look(part,"synapses")}${w[i]<0?" dashed":""}`,Math.min(1,Math.abs(w[i])/3)),textAt(
554,top+(140-top)*.42-6,`· ${formatNumber(w[i],2)}`,{class:"halo","text-anchor":"middle"}))}),nodes.push(svg("circle",{
cx:sum[0],cy:sum[1],r:24,class:look(part,"cell body")}),textAt(sum[0],sum[1]+5,"Σ",{"text-anchor":"middle",style:"font-\
size: 16px"}),textAt(sum[0],sum[1]+46,`z = ${formatNumber(z)}`,{class:"title","text-anchor":"middle"}),textAt(sum[0],sum[1]-
36,`bias ${formatNumber(bias,2)}`,{class:"quiet","text-anchor":"middle"}),svg("path",{d:`M664 140H${activation[0]-20}`,class:"\
line thin ink"}),svg("circle",{cx:activation[0],cy:activation[1],r:20,class:look(part,"axon")}),textAt(activation[0],activation[1]+
5,"σ",{"text-anchor":"middle",style:"font-size: 16px"}),wire("M744 140H800",look(part,"axon"),1),textAt(846,122,`ŷ = ${formatNumber(
y)}`,{class:"title","text-anchor":"end"})),part==="many cells"&&nodes.push(...tidy(690,206)),nodes}var neuron_default={render};export{neuron_default as default};
